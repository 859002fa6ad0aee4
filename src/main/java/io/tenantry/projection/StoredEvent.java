package io.tenantry.projection;

import java.time.Instant;
import java.util.Map;

/**
 * An event as the store holds it.
 *
 * @param identifier the event's own id
 * @param aggregateId the stream it belongs to
 * @param position its place among all events, from 1, without gaps
 * @param sequence its place in its stream, from 0
 */
public record StoredEvent(
    Object payload,
    String identifier,
    String aggregateId,
    long position,
    long sequence,
    Instant at,
    Map<String, String> metadata) {

  /** The version of the resource once this event has happened, from 1. */
  public long version() {
    return sequence + 1;
  }
}
