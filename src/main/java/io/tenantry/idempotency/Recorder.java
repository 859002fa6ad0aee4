package io.tenantry.idempotency;

import io.tenantry.idempotency.events.CommandRecorded;
import io.tenantry.kernel.MetadataKeys;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Adds a record to what a command does that bears an idempotency key. All that happens in its unit
 * of work is one append, so the record is there exactly when its effect is; and since its stream
 * takes one first event, so does the effect happen once. What is refused leaves no record.
 */
@Component
// inside of what asks who may
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class Recorder implements MessageHandlerInterceptor<CommandMessage<?>> {

  private static final String TYPE = "Idempotency";

  private final EventStore events;
  private final KnownOutcomes outcomes;

  Recorder(EventStore events, KnownOutcomes outcomes) {
    this.events = events;
    this.outcomes = outcomes;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    Object result = chain.proceed();
    var metadata = unitOfWork.getMessage().getMetaData();
    var attempt = Attempt.of(metadata);
    if (attempt != null) {
      var notes = AnswerNotes.of(metadata);
      var outcome = outcomes.of(result);
      events.publish(
          new GenericDomainEventMessage<>(
              TYPE,
              Records.streamId(attempt.keyHash()),
              0,
              CommandRecorded.of(
                  attempt.fingerprint(),
                  attempt.method(),
                  attempt.path(),
                  notes.status(),
                  outcome,
                  notes.shown()),
              Map.of(MetadataKeys.TENANT, String.valueOf(outcome.tenantId()))));
    }
    return result;
  }
}
