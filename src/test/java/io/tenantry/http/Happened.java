package io.tenantry.http;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.platform.eventstore.EventStoreInfo;
import io.tenantry.usage.events.StorageEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** What was stored since then; what follows from earlier requests goes on all the while. */
final class Happened {

  private final EventStore events;
  private final EventStoreInfo log;
  private final @Nullable TrackingToken since;

  private Happened(Service service, boolean ever) {
    this.events = service.bean(EventStore.class);
    this.log = service.bean(EventStoreInfo.class);
    this.since = ever ? events.createTailToken() : events.createHeadToken();
  }

  static Happened fromNowOn(Service service) {
    return new Happened(service, false);
  }

  static Happened ever(Service service) {
    return new Happened(service, true);
  }

  /** The payloads of the events of these requests. */
  List<Object> by(Collection<String> requestIds) {
    return all().stream()
        .filter(
            event ->
                event.getMetaData().get(MetadataKeys.REQUEST_ID) instanceof String request
                    && requestIds.contains(request))
        .<Object>map(TrackedEventMessage::getPayload)
        // a lease is the process's, whoever has needed it first
        .filter(payload -> !(payload instanceof StorageEvent))
        .toList();
  }

  /** All that are there by now; Axon Server sends them, which takes its time. */
  List<TrackedEventMessage<?>> all() {
    long head = log.head();
    List<TrackedEventMessage<?>> found = new ArrayList<>();
    long position = since == null ? 0 : since.position().orElse(0);
    try (var stream = events.openStream(since)) {
      while (position < head && stream.hasNextAvailable(10, TimeUnit.SECONDS)) {
        var event = stream.nextAvailable();
        position = event.trackingToken().position().orElseThrow();
        found.add(event);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }
}
