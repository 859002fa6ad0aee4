package io.tenantry.usage.quota;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Lets no command store more than its tenant may. It sees a command's events when the unit of work
 * is about to append them: all other refusals have been told by then, and no module can forget to
 * ask. What it sets aside is used up or given back when the outcome is known.
 */
@Component
class StorageQuotas implements SmartInitializingSingleton {

  private static final long SECONDS_TO_LEASE = 10;
  private static final List<String> ORIGIN =
      List.of(MetadataKeys.REQUEST_ID, MetadataKeys.CORRELATION_ID);

  private final EventStore events;
  private final Accounts accounts;
  private final Leases leases;
  private final Refusals refusals;

  StorageQuotas(EventStore events, Accounts accounts, Leases leases, Refusals refusals) {
    this.events = events;
    this.accounts = accounts;
    this.leases = leases;
    this.refusals = refusals;
  }

  @Override
  public void afterSingletonsInstantiated() {
    events.registerDispatchInterceptor(this::admit);
  }

  private BiFunction<Integer, EventMessage<?>, EventMessage<?>> admit(
      List<? extends EventMessage<?>> appended) {
    var changes = StorageChanges.of(appended);
    changes.quotas().forEach(this::change);
    changes.deltas().forEach(this::store);
    return (index, event) -> event;
  }

  /** From when it is refused or stored, nobody goes by the old quota. */
  private void change(long tenantId) {
    var work = CurrentUnitOfWork.get().root();
    var account = accounts.of(tenantId);
    account.seize();
    work.onCleanup(u -> account.free());
    account.forget();
  }

  private void store(long tenantId, long delta) {
    var work = CurrentUnitOfWork.get().root();
    var account = accounts.of(tenantId);
    long reserved = Math.max(0, delta);
    if (reserved == 0) {
      account.share();
    } else {
      reserve(tenantId, account, reserved, work);
    }
    work.onCleanup(u -> account.leave());
    work.afterCommit(
        u -> {
          account.release(reserved);
          account.stored(delta);
        });
    work.onRollback(
        u -> {
          account.release(reserved);
          if (mayHaveArrived(u)) {
            account.forget();
          }
        });
  }

  /** Afterwards the account is shared, and so much is set aside. */
  private void reserve(long tenantId, Account account, long bytes, UnitOfWork<?> work) {
    account.share();
    if (account.reserve(bytes)) {
      return;
    }
    account.leave();
    account.seize();
    try {
      // somebody else may have had a lease meanwhile
      if (!account.reserve(bytes)) {
        account.set(renewed(tenantId, account, bytes, work));
        account.reserve(bytes);
      }
      account.share();
    } finally {
      account.free();
    }
  }

  /** On a thread of its own: within the unit of work a command would be a part of it. */
  private Standing renewed(long tenantId, Account account, long bytes, UnitOfWork<?> work) {
    var origin = origin(work);
    var known = account.standing();
    var task = new FutureTask<>(() -> leases.renew(tenantId, known, bytes, origin));
    Thread.ofVirtual().name("storage-lease").start(task);
    try {
      return task.get(SECONDS_TO_LEASE, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Refusal refusal = refusals.find(e);
      throw refusal != null ? refusal : new IllegalStateException("no lease was had", e);
    } catch (TimeoutException e) {
      task.cancel(true);
      // what it has leased by then is leased again
      account.forget();
      throw Account.unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      task.cancel(true);
      account.forget();
      throw Account.unavailable();
    }
  }

  private static Map<String, String> origin(UnitOfWork<?> work) {
    var metadata = work.getMessage().getMetaData();
    var origin = new HashMap<String, String>();
    origin.put(MetadataKeys.CORRELATION_ID, work.getMessage().getIdentifier());
    for (var key : ORIGIN) {
      if (metadata.get(key) instanceof String value) {
        origin.put(key, value);
      }
    }
    return origin;
  }

  /** A commit that failed half-way may be on disk. */
  private boolean mayHaveArrived(UnitOfWork<?> work) {
    var cause = work.getExecutionResult().getExceptionResult();
    Refusal refusal = cause == null ? null : refusals.find(cause);
    return refusal == null || refusal.code() == RefusalCode.UNAVAILABLE;
  }
}
