package io.tenantry.platform.processors;

import io.tenantry.projection.StoredEvent;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Axon's messages as what projections are given. */
final class StoredEvents {

  private StoredEvents() {}

  static StoredEvent of(EventMessage<?> message) {
    if (!(message instanceof DomainEventMessage<?> domain)) {
      throw new IllegalArgumentException("event " + message.getIdentifier() + " has no stream");
    }
    return new StoredEvent(
        message::getPayload,
        message.getIdentifier(),
        domain.getAggregateIdentifier(),
        position(message),
        domain.getSequenceNumber(),
        message.getTimestamp(),
        metadata(message));
  }

  static long position(EventMessage<?> message) {
    if (message instanceof TrackedEventMessage<?> tracked) {
      return PositionTokens.position(tracked.trackingToken());
    }
    throw new IllegalArgumentException("event " + message.getIdentifier() + " has no position");
  }

  private static Map<String, String> metadata(EventMessage<?> message) {
    return message.getMetaData().entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().toString()));
  }
}
