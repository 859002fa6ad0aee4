package io.tenantry.idempotency;

import io.tenantry.idempotency.events.CommandRecorded;
import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads records from the event store, the only place where they are. */
@Component
final class Records {

  private final EventStore events;
  private final RecordPositions positions;
  private final KnownOutcomes outcomes;

  Records(EventStore events, RecordPositions positions, KnownOutcomes outcomes) {
    this.events = events;
    this.positions = positions;
    this.outcomes = outcomes;
  }

  /**
   * @param at when the first attempt succeeded
   */
  record Found(CommandRecorded recorded, Instant at) {}

  static String streamId(String keyHash) {
    return "idem:" + keyHash;
  }

  /** Null where nothing has happened under that key. */
  @Nullable Found find(String keyHash) {
    var stream = events.readEvents(streamId(keyHash));
    if (!stream.hasNext()) {
      return null;
    }
    var event = stream.next();
    return new Found((CommandRecorded) event.getPayload(), event.getTimestamp());
  }

  Replay replay(String keyHash, CommandRecorded recorded) {
    return new Replay(
        outcomes.restore(recorded.outcome()),
        positions.ofFirst(streamId(keyHash)),
        new AnswerNotes(recorded.status(), recorded.shown()));
  }
}
