package io.tenantry.usage.events;

import io.tenantry.kernel.StoredName;

/**
 * A process may let what a tenant stores grow, without asking for each write. This replaces what it
 * held before.
 *
 * @param holder the process
 * @param used bytes that the tenant stored then
 * @param bytes by which it may grow from there
 */
@StoredName("storage.leased")
public record StorageLeased(long tenantId, String holder, long used, long bytes)
    implements StorageEvent {}
