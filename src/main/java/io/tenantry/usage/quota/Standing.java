package io.tenantry.usage.quota;

/**
 * How a tenant stands.
 *
 * @param used bytes that it stores
 * @param quota bytes that it may store
 * @param leased bytes that this process may add
 */
record Standing(long used, long quota, long leased) {

  Standing leasing(long bytes) {
    return new Standing(used, quota, bytes);
  }
}
