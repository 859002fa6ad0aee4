package io.tenantry.idempotency;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** The recorder as it stands before every command handler. */
public final class Recording {

  private Recording() {}

  public static MessageHandlerInterceptor<CommandMessage<?>> in(EventStore events) {
    return new Recorder(events, new KnownOutcomes(List.of()));
  }
}
