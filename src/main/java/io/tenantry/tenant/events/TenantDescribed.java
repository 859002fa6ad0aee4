package io.tenantry.tenant.events;

import io.tenantry.kernel.StoredName;

/** A tenant has another description. */
@StoredName("tenant.described")
public record TenantDescribed(long tenantId, String description) implements TenantEvent {}
