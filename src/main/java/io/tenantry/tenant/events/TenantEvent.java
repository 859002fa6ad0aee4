package io.tenantry.tenant.events;

/** Anything that happened to a tenant. */
public sealed interface TenantEvent
    permits TenantRegistered,
        TenantRenamed,
        TenantDescribed,
        TenantBusinessChanged,
        TenantActivated,
        TenantDeactivated,
        RetrieverEnginesChanged,
        StorageQuotaChanged,
        TenantDeleted {

  long tenantId();
}
