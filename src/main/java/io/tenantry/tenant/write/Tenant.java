package io.tenantry.tenant.write;

import io.tenantry.kernel.Authority;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.tenant.TenantCommand;
import io.tenantry.tenant.TenantCommand.ChangeTenant;
import io.tenantry.tenant.TenantCommand.DeleteTenant;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.TenantEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell around {@link TenantDecider}. */
@Aggregate(type = "Tenant")
class Tenant {

  @AggregateIdentifier private @Nullable String id;
  private TenantState state = TenantState.NONE;

  // an unknown tenant is for the decider to refuse, hence "if missing"
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  TenantView handle(
      ChangeTenant command, @MetaDataValue(MetadataKeys.AUTHORITY) @Nullable String authority) {
    return execute(command, authority == null ? null : Authority.decode(authority));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  TenantView handle(DeleteTenant command) {
    return execute(command);
  }

  TenantView execute(TenantCommand command) {
    return execute(command, null);
  }

  private TenantView execute(TenantCommand command, @Nullable Authority by) {
    var metadata = MetaData.with(MetadataKeys.TENANT, String.valueOf(command.tenantId()));
    TenantDecider.decide(state, command, by).forEach(e -> AggregateLifecycle.apply(e, metadata));
    return state.view();
  }

  @EventSourcingHandler
  void on(TenantEvent event, @Timestamp Instant at) {
    id = TenantCommand.streamId(event.tenantId());
    // as exact as it is stored and read: an answer must not say more than the next GET
    state = state.evolve(event, at.truncatedTo(ChronoUnit.MILLIS));
  }
}
