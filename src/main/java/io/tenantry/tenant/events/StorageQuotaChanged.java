package io.tenantry.tenant.events;

import io.tenantry.kernel.StoredName;

/** A tenant may store more or fewer bytes. */
@StoredName("tenant.storage-quota-changed")
public record StorageQuotaChanged(long tenantId, long storageQuota) implements TenantEvent {}
