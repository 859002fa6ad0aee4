package io.tenantry.usage.quota;

import io.tenantry.kernel.Actor;
import io.tenantry.kernel.Authority;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.projection.OwnQueries;
import io.tenantry.projection.ReadModels;
import io.tenantry.tenant.FindTenant;
import io.tenantry.tenant.TenantView;
import io.tenantry.usage.LeaseHolders;
import io.tenantry.usage.StorageCommand;
import io.tenantry.usage.StorageCommand.EndStorageLeases;
import io.tenantry.usage.StorageCommand.Lease;
import io.tenantry.usage.StorageCommand.LeaseStorage;
import io.tenantry.usage.StorageUsed;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Asks tenants' ledgers for leases. Must not be called within a unit of work. */
@Component
class Leases {

  private static final Actor ACTOR = Actor.system("storage-quotas");
  private static final Duration READ_MODELS = Duration.ofSeconds(5);

  private final CommandGateway commands;
  private final OwnQueries queries;
  private final ReadModels readModels;
  private final LeaseHolders holders;

  Leases(CommandGateway commands, OwnQueries queries, ReadModels readModels, LeaseHolders holders) {
    this.commands = commands;
    this.queries = queries;
    this.readModels = readModels;
    this.holders = holders;
  }

  /**
   * How the tenant stands. Nothing of this process may be under way. It is asked as of a position
   * that comes after all that this process has written, also after a write of which it does not
   * know whether it has arrived: that one has spent a lease, which is ended here.
   *
   * @param origin metadata of the command that needs it
   * @throws RuntimeException in which there may be a refusal, TENANT_NOT_FOUND or UNAVAILABLE
   */
  Standing find(long tenantId, Map<String, String> origin) {
    var ended = send(new EndStorageLeases(tenantId, holders.self(), holders.alive()), origin);
    long position = Long.parseLong((String) ended.getMetaData().get(MetadataKeys.POSITION));
    if (!readModels.await(position, READ_MODELS)) {
      throw Account.unavailable();
    }
    var tenant = queries.ask(new FindTenant(String.valueOf(tenantId)), TenantView.class);
    var used = queries.ask(new StorageUsed(Set.of(tenantId)), StorageUsed.Result.class);
    return new Standing(used.of(tenantId), tenant.storageQuota());
  }

  /**
   * How many bytes more this process may store from there.
   *
   * @throws RuntimeException in which there may be a refusal, QUOTA_EXCEEDED or UNAVAILABLE
   */
  long lease(long tenantId, Standing from, long needed, Map<String, String> origin) {
    var command =
        new LeaseStorage(
            tenantId, holders.self(), holders.alive(), from.used(), from.quota(), needed);
    return ((Lease) send(command, origin).getPayload()).bytes();
  }

  private CommandResultMessage<?> send(StorageCommand command, Map<String, String> origin) {
    var done = new FutureCallback<Object, Object>();
    commands.send(new GenericCommandMessage<Object>(command, metadata(command, origin)), done);
    var result = done.getResult();
    if (result.isExceptional()) {
      throw new IllegalStateException("no lease was had", result.exceptionResult());
    }
    return result;
  }

  private static Map<String, String> metadata(StorageCommand command, Map<String, String> origin) {
    var metadata = new HashMap<>(origin);
    metadata.put(MetadataKeys.ACTOR, ACTOR.value());
    metadata.put(MetadataKeys.AUTHORITY, Authority.SYSTEM.encoded());
    metadata.put(MetadataKeys.TENANT, String.valueOf(command.tenantId()));
    return metadata;
  }
}
