package io.tenantry.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events in the order in which they were stored, each with its position and sequence. */
public final class EventLog {

  private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

  private final List<StoredEvent> events = new ArrayList<>();
  private final Map<String, Long> sequences = new HashMap<>();

  public StoredEvent add(String aggregateId, Object payload, Map<String, String> metadata) {
    long position = events.size() + 1L;
    long sequence = sequences.merge(aggregateId, 1L, Long::sum) - 1;
    var event =
        new StoredEvent(
            () -> payload,
            "event-" + position,
            aggregateId,
            position,
            sequence,
            BEGIN.plusMillis(position),
            metadata);
    events.add(event);
    return event;
  }

  public List<StoredEvent> all() {
    return Collections.unmodifiableList(events);
  }
}
