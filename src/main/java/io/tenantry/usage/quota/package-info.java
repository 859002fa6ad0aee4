/**
 * Keeps tenants within their quotas, whatever module stores. {@link
 * io.tenantry.usage.quota.StorageQuotas} sees all events of a command before they are appended;
 * what they add is taken from the lease that this process holds in memory ({@link
 * io.tenantry.usage.quota.Account}), and only when that is used up is the tenant's ledger asked.
 */
@NullMarked
package io.tenantry.usage.quota;

import org.jspecify.annotations.NullMarked;
