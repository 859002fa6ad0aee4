package io.tenantry.platform.axonserver;

import io.tenantry.projection.events.StoreCreated;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The id of an event store in Axon Server, as one of its events: so it is backed up with them, and
 * of several processes that begin at the same time one makes it.
 */
final class StoreMark {

  private static final String STREAM = "store";
  private static final String TYPE = "Store";

  private StoreMark() {}

  static String of(EventStore events) {
    var id = read(events);
    return id == null ? make(events) : id;
  }

  private static String make(EventStore events) {
    var mine = UUID.randomUUID().toString();
    try {
      events.publish(new GenericDomainEventMessage<>(TYPE, STREAM, 0, new StoreCreated(mine)));
      return mine;
    } catch (RuntimeException e) {
      var other = read(events);
      if (other == null) {
        throw e;
      }
      return other;
    }
  }

  private static @Nullable String read(EventStore events) {
    var stream = events.readEvents(STREAM);
    return stream.hasNext() ? ((StoreCreated) stream.next().getPayload()).storeId() : null;
  }
}
