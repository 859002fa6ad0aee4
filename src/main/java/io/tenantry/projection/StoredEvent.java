package io.tenantry.projection;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An event as the store holds it.
 *
 * @param content decodes the payload, once; many events are followed for their metadata alone
 * @param identifier the event's own id
 * @param aggregateId the stream it belongs to
 * @param position its place among all events, from 1, without gaps
 * @param sequence its place in its stream, from 0
 */
public record StoredEvent(
    Supplier<?> content,
    String identifier,
    String aggregateId,
    long position,
    long sequence,
    Instant at,
    Map<String, String> metadata) {

  public Object payload() {
    return content.get();
  }

  /** The version of the resource once this event has happened, from 1. */
  public long version() {
    return sequence + 1;
  }
}
