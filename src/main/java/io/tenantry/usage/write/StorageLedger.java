package io.tenantry.usage.write;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.usage.StorageCommand;
import io.tenantry.usage.StorageCommand.EndStorageLeases;
import io.tenantry.usage.StorageCommand.Lease;
import io.tenantry.usage.StorageCommand.LeaseStorage;
import io.tenantry.usage.events.StorageEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell around {@link StorageLedgerDecider}. */
@Aggregate(type = "StorageLedger")
class StorageLedger {

  @AggregateIdentifier private @Nullable String id;
  private StorageLedgerState state = StorageLedgerState.NONE;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Lease handle(LeaseStorage command) {
    return execute(command);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Lease handle(EndStorageLeases command) {
    return execute(command);
  }

  private Lease execute(StorageCommand command) {
    var metadata = MetaData.with(MetadataKeys.TENANT, String.valueOf(command.tenantId()));
    StorageLedgerDecider.decide(state, command).forEach(e -> AggregateLifecycle.apply(e, metadata));
    return new Lease(state.leases().getOrDefault(command.holder(), 0L));
  }

  @EventSourcingHandler
  void on(StorageEvent event) {
    id = StorageCommand.streamId(event.tenantId());
    state = state.evolve(event);
  }
}
