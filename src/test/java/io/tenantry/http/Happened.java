package io.tenantry.http;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.usage.events.StorageEvent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What was stored since then; what follows from earlier requests goes on all the while. */
final class Happened {

  private final EventStore events;
  private final TrackingToken since;

  private Happened(EventStore events) {
    this.events = events;
    this.since = events.createHeadToken();
  }

  static Happened fromNowOn(Service service) {
    return new Happened(service.bean(EventStore.class));
  }

  /** The payloads of the events of these requests. */
  List<Object> by(Collection<String> requestIds) {
    try (var stream = events.openStream(since)) {
      Stream.Builder<Object> found = Stream.builder();
      while (stream.hasNextAvailable()) {
        var event = stream.nextAvailable();
        if (event.getMetaData().get(MetadataKeys.REQUEST_ID) instanceof String request
            && requestIds.contains(request)
            // a lease is the process's, whoever has needed it first
            && !(event.getPayload() instanceof StorageEvent)) {
          found.add(event.getPayload());
        }
      }
      return found.build().toList();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
