package io.tenantry.appdata.write;

import io.tenantry.appdata.AppKeyCommand;
import io.tenantry.appdata.AppKeyCommand.CreateAppKey;
import io.tenantry.appdata.AppKeyCommand.DeleteAppKey;
import io.tenantry.appdata.AppKeyCommand.PutAppKey;
import io.tenantry.appdata.AppKeyCommand.Result;
import io.tenantry.appdata.AppKeys;
import io.tenantry.appdata.events.AppKeyEvent;
import io.tenantry.kernel.MetadataKeys;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell around {@link AppKeyDecider}. Never marked deleted: a key may come again. */
@Aggregate(type = "AppKey")
class AppKey {

  @AggregateIdentifier private @Nullable String id;
  private AppKeyState state = AppKeyState.NONE;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Result handle(CreateAppKey command) {
    return execute(command);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Result handle(PutAppKey command) {
    return execute(command);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Result handle(DeleteAppKey command) {
    return execute(command);
  }

  private Result execute(AppKeyCommand command) {
    for (var event : AppKeyDecider.decide(state, command)) {
      long delta = state.evolve(event).storedBytes() - state.storedBytes();
      AggregateLifecycle.apply(
          event,
          MetaData.with(MetadataKeys.TENANT, String.valueOf(command.tenantId()))
              .and(MetadataKeys.STORAGE_DELTA, String.valueOf(delta)));
    }
    return new Result(
        command.tenantId(),
        command.applicationId(),
        command.key(),
        state.version(),
        state.appKey());
  }

  @EventSourcingHandler
  void on(AppKeyEvent event) {
    id = AppKeys.streamId(event.tenantId(), event.applicationId(), event.key());
    state = state.evolve(event);
  }
}
