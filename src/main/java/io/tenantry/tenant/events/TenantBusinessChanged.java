package io.tenantry.tenant.events;

import io.tenantry.kernel.StoredName;

/** A tenant is in another business. */
@StoredName("tenant.business-changed")
public record TenantBusinessChanged(long tenantId, String business) implements TenantEvent {}
