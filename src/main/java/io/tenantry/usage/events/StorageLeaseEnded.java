package io.tenantry.usage.events;

import io.tenantry.kernel.StoredName;

/** What a process held is free again: it has given it back, or is no more. */
@StoredName("storage.lease-ended")
public record StorageLeaseEnded(long tenantId, String holder) implements StorageEvent {}
