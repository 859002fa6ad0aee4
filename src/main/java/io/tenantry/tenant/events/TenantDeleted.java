package io.tenantry.tenant.events;

import io.tenantry.kernel.StoredName;

/** A tenant is gone; what it owns is deleted after it. */
@StoredName("tenant.deleted")
public record TenantDeleted(long tenantId) implements TenantEvent {}
