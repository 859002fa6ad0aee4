package io.tenantry.model.write;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.model.ModelCommand;
import io.tenantry.model.ModelCommand.CreateModel;
import io.tenantry.model.ModelCommand.DeleteModel;
import io.tenantry.model.ModelCommand.PatchModel;
import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell around {@link ModelDecider}. */
@Aggregate(type = "Model")
class Model {

  @AggregateIdentifier private @Nullable String id;
  private ModelState state = ModelState.NONE;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  ModelView handle(CreateModel command) {
    return execute(command);
  }

  // an unknown model is for the decider to refuse, hence "if missing"
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  ModelView handle(PatchModel command) {
    return execute(command);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  ModelView handle(DeleteModel command) {
    return execute(command);
  }

  private ModelView execute(ModelCommand command) {
    for (var event : ModelDecider.decide(state, command)) {
      long delta = state.evolve(event, Instant.EPOCH).storedBytes() - state.storedBytes();
      AggregateLifecycle.apply(
          event,
          MetaData.with(MetadataKeys.TENANT, String.valueOf(command.tenantId()))
              .and(MetadataKeys.STORAGE_DELTA, String.valueOf(delta)));
    }
    return state.view();
  }

  @EventSourcingHandler
  void on(ModelEvent event, @Timestamp Instant at) {
    id = ModelCommand.streamId(event.modelId());
    // as exact as it is stored and read: an answer must not say more than the next GET
    state = state.evolve(event, at.truncatedTo(ChronoUnit.MILLIS));
  }
}
