package io.tenantry.tenant.events;

import io.tenantry.kernel.StoredName;

/** An inactive tenant may be used again. */
@StoredName("tenant.activated")
public record TenantActivated(long tenantId) implements TenantEvent {}
