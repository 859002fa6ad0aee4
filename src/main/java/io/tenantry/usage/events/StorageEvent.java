package io.tenantry.usage.events;

/** Anything that happened to a tenant's ledger of storage leases. */
public sealed interface StorageEvent permits StorageLeased, StorageLeaseEnded {

  long tenantId();
}
