package io.tenantry.tenant.events;

import io.tenantry.kernel.StoredName;

/** A tenant has another name. */
@StoredName("tenant.renamed")
public record TenantRenamed(long tenantId, String name) implements TenantEvent {}
