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
import org.jspecify.annotations.Nullable;
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
   * How the tenant stands once it may store so much more.
   *
   * @param known how it stands; null when that has to be found out. Nothing of this process may be
   *     under way.
   * @param origin metadata of the command that needs it
   * @throws RuntimeException in which there is a refusal, QUOTA_EXCEEDED, TENANT_NOT_FOUND or
   *     UNAVAILABLE
   */
  Standing renew(long tenantId, @Nullable Standing known, long needed, Map<String, String> origin) {
    var metadata = metadata(tenantId, origin);
    // others may have stored something meanwhile
    boolean alone = holders.alive().size() == 1;
    var standing = known != null && alone ? known : find(tenantId, metadata);
    var lease =
        send(
            new LeaseStorage(
                tenantId,
                holders.self(),
                holders.alive(),
                standing.used(),
                standing.quota(),
                needed),
            metadata);
    return standing.leasing(((Lease) lease.getPayload()).bytes());
  }

  /**
   * As of a position that comes after all that this process has written, a write included of which
   * it does not know whether it has arrived: that one has spent a lease, which is ended here.
   */
  private Standing find(long tenantId, Map<String, String> metadata) {
    var ended = send(new EndStorageLeases(tenantId, holders.self(), holders.alive()), metadata);
    long position = Long.parseLong((String) ended.getMetaData().get(MetadataKeys.POSITION));
    if (!readModels.await(position, READ_MODELS)) {
      throw Account.unavailable();
    }
    var tenant = queries.ask(new FindTenant(String.valueOf(tenantId)), TenantView.class);
    var used = queries.ask(new StorageUsed(Set.of(tenantId)), StorageUsed.Result.class);
    return new Standing(used.of(tenantId), tenant.storageQuota(), 0);
  }

  private CommandResultMessage<?> send(StorageCommand command, Map<String, String> metadata) {
    var done = new FutureCallback<Object, Object>();
    commands.send(new GenericCommandMessage<Object>(command, metadata), done);
    var result = done.getResult();
    if (result.isExceptional()) {
      throw new IllegalStateException("no lease was had", result.exceptionResult());
    }
    return result;
  }

  private static Map<String, String> metadata(long tenantId, Map<String, String> origin) {
    var metadata = new HashMap<>(origin);
    metadata.put(MetadataKeys.ACTOR, ACTOR.value());
    metadata.put(MetadataKeys.AUTHORITY, Authority.SYSTEM.encoded());
    metadata.put(MetadataKeys.TENANT, String.valueOf(tenantId));
    return metadata;
  }
}
