package io.tenantry.tenant.write;

import io.tenantry.kernel.Lifetime;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.TenantDeleted;
import io.tenantry.tenant.events.TenantEvent;
import io.tenantry.tenant.events.TenantRegistered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a tenant's events come to. */
record TenantState(@Nullable TenantView last, boolean ended) implements Lifetime<TenantView> {

  static final TenantState NONE = new TenantState(null, false);

  TenantState evolve(TenantEvent event, Instant at) {
    return event instanceof TenantRegistered registered
        ? new TenantState(TenantView.of(registered, at), false)
        : new TenantState(view().after(event, at), event instanceof TenantDeleted);
  }
}
