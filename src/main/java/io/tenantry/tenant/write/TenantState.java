package io.tenantry.tenant.write;

import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.TenantDeleted;
import io.tenantry.tenant.events.TenantEvent;
import io.tenantry.tenant.events.TenantRegistered;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's events come to.
 *
 * @param last the tenant as it is, or was when it was deleted; null before it was registered
 */
record TenantState(@Nullable TenantView last, boolean deleted) {

  static final TenantState NONE = new TenantState(null, false);

  /** The tenant; null when it has not come yet, or is gone. */
  @Nullable TenantView tenant() {
    return deleted ? null : last;
  }

  TenantView view() {
    return Objects.requireNonNull(last, "no event has happened yet");
  }

  TenantState evolve(TenantEvent event, Instant at) {
    return event instanceof TenantRegistered registered
        ? new TenantState(TenantView.of(registered, at), false)
        : new TenantState(view().after(event, at), event instanceof TenantDeleted);
  }
}
