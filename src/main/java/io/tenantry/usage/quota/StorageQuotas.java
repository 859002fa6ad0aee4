package io.tenantry.usage.quota;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import io.tenantry.usage.quota.Account.Hold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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

  /** Until the new quota is stored or refused nobody stores anything, and then by the new one. */
  private void change(long tenantId) {
    var account = accounts.of(tenantId);
    var hold = account.seize();
    CurrentUnitOfWork.get().root().onCleanup(u -> hold.close());
    account.forget();
  }

  private void store(long tenantId, long delta) {
    var work = CurrentUnitOfWork.get().root();
    var account = accounts.of(tenantId);
    long reserved = Math.max(0, delta);
    var hold = account.share();
    if (!account.reserve(reserved) && reserved > 0) {
      hold = lease(tenantId, account, hold, reserved, origin(work));
    }
    settle(work, account, hold, reserved, delta);
  }

  private void settle(UnitOfWork<?> work, Account account, Hold hold, long reserved, long delta) {
    work.afterCommit(u -> account.settle(reserved, delta));
    work.onRollback(
        u -> {
          account.settle(reserved, 0);
          if (mayHaveArrived(u)) {
            account.forget();
          }
        });
    work.onCleanup(u -> hold.close());
  }

  /** Sets so much aside, with a new lease; the account is shared before and afterwards. */
  private Hold lease(
      long tenantId, Account account, Hold shared, long bytes, Map<String, String> origin) {
    try {
      account.refuseHopeless(bytes);
      if (raised(tenantId, account, bytes, origin)) {
        return shared;
      }
    } catch (RuntimeException e) {
      shared.close();
      throw e;
    }
    shared.close();
    var seized = account.seize();
    try (seized) {
      // somebody else may have had a lease meanwhile
      if (!account.reserve(bytes)) {
        var standing = account.standing();
        if (standing == null) {
          standing = aside(account, () -> leases.find(tenantId, origin));
          account.learn(standing);
        }
        raise(tenantId, account, standing, bytes, origin);
        account.reserve(bytes);
      }
      return account.share();
    }
  }

  /** Not when too little is left as long as others are under way. */
  private boolean raised(long tenantId, Account account, long bytes, Map<String, String> origin) {
    try (var raising = account.raise()) {
      if (account.reserve(bytes)) {
        return true;
      }
      var standing = account.standing();
      if (standing == null || !standing.leaves(bytes)) {
        return false;
      }
      raise(tenantId, account, standing, bytes, origin);
      return account.reserve(bytes);
    }
  }

  private void raise(
      long tenantId, Account account, Standing from, long bytes, Map<String, String> origin) {
    long leased = aside(account, () -> leases.lease(tenantId, from, bytes, origin));
    account.raiseTo(from.used() + leased);
  }

  /** On a thread of its own: within the unit of work a command would be a part of it. */
  private <T> T aside(Account account, Callable<T> job) {
    var task = new FutureTask<>(job);
    Thread.ofPlatform().daemon().name("storage-lease").start(task);
    try {
      return task.get(SECONDS_TO_LEASE, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Refusal refusal = refusals.find(e);
      throw refusal != null ? refusal : new IllegalStateException("no lease was had", e);
    } catch (TimeoutException e) {
      throw gaveUp(account, task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw gaveUp(account, task);
    }
  }

  /** What it may have leased all the same is leased anew. */
  private static Refusal gaveUp(Account account, Future<?> task) {
    task.cancel(true);
    account.forget();
    return Account.unavailable();
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
