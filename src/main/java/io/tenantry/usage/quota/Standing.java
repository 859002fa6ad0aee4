package io.tenantry.usage.quota;

/**
 * How a tenant stands.
 *
 * @param used bytes that it stores
 * @param quota bytes that it may store
 */
record Standing(long used, long quota) {

  boolean leaves(long bytes) {
    return bytes <= quota - used;
  }
}
