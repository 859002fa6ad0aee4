package io.tenantry.tenant.events;

import io.tenantry.kernel.StoredName;

/** A tenant's own keys may do nothing for now. */
@StoredName("tenant.deactivated")
public record TenantDeactivated(long tenantId) implements TenantEvent {}
