package io.tenantry.platform.axonserver;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/**
 * The newest event that a unit of work has read. A command that changes nothing does so because of
 * events that it has read: they are what its read models have to reach.
 */
final class ReadEvents {

  private @Nullable DomainEventMessage<?> newest;

  @Nullable DomainEventMessage<?> newest() {
    return newest;
  }

  private void note(DomainEventMessage<?> event) {
    if (newest == null || !event.getTimestamp().isBefore(newest.getTimestamp())) {
      newest = event;
    }
  }

  /** The same events, noted as they are taken. */
  DomainEventStream noting(DomainEventStream events) {
    return new DomainEventStream() {

      @Override
      public DomainEventMessage<?> peek() {
        return events.peek();
      }

      @Override
      public boolean hasNext() {
        return events.hasNext();
      }

      @Override
      public DomainEventMessage<?> next() {
        DomainEventMessage<?> event = events.next();
        note(event);
        return event;
      }

      @Override
      public Long getLastSequenceNumber() {
        return events.getLastSequenceNumber();
      }
    };
  }
}
