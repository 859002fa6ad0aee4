package io.tenantry.access.write;

import io.tenantry.access.ApiKeyCommand;
import io.tenantry.access.ApiKeyCommand.ChangeApiKey;
import io.tenantry.access.ApiKeyCommand.CreateApiKey;
import io.tenantry.access.ApiKeyCommand.RevokeApiKey;
import io.tenantry.access.ApiKeyCommand.RotateApiKey;
import io.tenantry.access.ApiKeyView;
import io.tenantry.access.events.ApiKeyEvent;
import io.tenantry.kernel.MetadataKeys;
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

/** The shell around {@link ApiKeyDecider}. */
@Aggregate(type = "ApiKey")
class ApiKey {

  @AggregateIdentifier private @Nullable String id;
  private ApiKeyState state = ApiKeyState.NONE;

  // an unknown key, and one that is there already, is for the decider to refuse: "if missing"
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  ApiKeyView handle(CreateApiKey command) {
    return execute(command);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  ApiKeyView handle(ChangeApiKey command) {
    return execute(command);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  ApiKeyView handle(RotateApiKey command) {
    return execute(command);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  ApiKeyView handle(RevokeApiKey command) {
    return execute(command);
  }

  ApiKeyView execute(ApiKeyCommand command) {
    var metadata = MetaData.with(MetadataKeys.TENANT, String.valueOf(command.tenantId()));
    ApiKeyDecider.decide(state, command).forEach(e -> AggregateLifecycle.apply(e, metadata));
    return state.view();
  }

  @EventSourcingHandler
  void on(ApiKeyEvent event, @Timestamp Instant at) {
    id = ApiKeyCommand.streamId(event.keyId());
    // as exact as it is stored and read: an answer must not say more than the next GET
    state = state.evolve(event, at.truncatedTo(ChronoUnit.MILLIS));
  }
}
