package io.tenantry.platform.eventstore;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * An event, serialised by the thread that made it, so that the writer only writes.
 *
 * @param message the event itself, to word a failure
 * @param timestamp nanoseconds since 1970, which fit until the year 2262
 */
record EventRow(
    EventMessage<?> message,
    String aggregateId,
    long sequence,
    @Nullable String type,
    long timestamp,
    String payloadType,
    @Nullable String revision,
    byte[] payload,
    byte[] metadata) {

  static EventRow of(EventMessage<?> message, Serializer serializer) {
    var payload = message.serializePayload(serializer, byte[].class);
    var metadata = message.serializeMetaData(serializer, byte[].class);
    // an event without an aggregate is one of its own, as Axon's readers expect
    var domain = message instanceof DomainEventMessage<?> d ? d : null;
    return new EventRow(
        message,
        domain == null ? message.getIdentifier() : domain.getAggregateIdentifier(),
        domain == null ? 0 : domain.getSequenceNumber(),
        domain == null ? null : domain.getType(),
        nanos(message.getTimestamp()),
        payload.getType().getName(),
        payload.getType().getRevision(),
        payload.getData(),
        metadata.getData());
  }

  /** How much of the queue it takes, in bytes. */
  int size() {
    return payload.length + metadata.length;
  }

  static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), TimeUnit.SECONDS.toNanos(1)),
        instant.getNano());
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(0, nanos);
  }
}
