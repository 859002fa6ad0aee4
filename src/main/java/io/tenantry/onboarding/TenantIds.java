package io.tenantry.onboarding;

import io.tenantry.projection.OwnQueries;
import io.tenantry.tenant.FindHighestTenantId;
import io.tenantry.tenant.TenantRegistrar;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Counts on from the highest id that this node knows. What is handed out is a proposal: the store
 * takes an id once, whoever proposes it, so two nodes may count at the same time.
 */
@Component
class TenantIds {

  private static final long FIRST = 10_000;

  private final AtomicLong last = new AtomicLong();
  private final OwnQueries queries;
  private final TenantRegistrar registrar;

  TenantIds(OwnQueries queries, TenantRegistrar registrar) {
    this.queries = queries;
    this.registrar = registrar;
  }

  long next() {
    if (last.get() == 0) {
      catchUp();
    }
    long id = last.incrementAndGet();
    while (registrar.isTaken(id)) {
      catchUp();
      id = last.incrementAndGet();
    }
    return id;
  }

  /** A proposal that came to nothing; it is lost, which does no harm, when others came after it. */
  void giveBack(long id) {
    last.compareAndSet(id, id - 1);
  }

  private void catchUp() {
    var highest = queries.ask(new FindHighestTenantId(), FindHighestTenantId.Result.class);
    last.accumulateAndGet(Math.max(highest.tenantId(), FIRST - 1), Math::max);
  }
}
