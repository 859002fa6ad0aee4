package io.tenantry.projection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** What a stream's events came to when it had no more of them than that. */
@Component
public class PastStates {

  /** One step of the fold by which an aggregate makes its state. */
  public interface Evolution<S, E> {
    S evolve(S state, E event, Instant at);
  }

  private final EventStore events;

  PastStates(EventStore events) {
    this.events = events;
  }

  /**
   * Reads the whole stream up to there.
   *
   * @param version how many events; 0 for none
   * @throws IllegalStateException when the stream has fewer
   */
  public <S, E> S at(
      String streamId, long version, S none, Class<E> eventType, Evolution<S, E> evolution) {
    S state = none;
    if (version == 0) {
      return state;
    }
    DomainEventStream stream = events.readEvents(streamId);
    for (long reached = 0; reached < version; reached++) {
      if (!stream.hasNext()) {
        throw new IllegalStateException(streamId + " has fewer events than " + version);
      }
      DomainEventMessage<?> event = stream.next();
      state =
          evolution.evolve(
              state,
              eventType.cast(event.getPayload()),
              // as exact as an answer shows it
              event.getTimestamp().truncatedTo(ChronoUnit.MILLIS));
    }
    return state;
  }
}
