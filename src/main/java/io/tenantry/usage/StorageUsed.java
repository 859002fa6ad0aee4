package io.tenantry.usage;

import java.util.Map;
import java.util.Set;

/** How much do these tenants store? */
public record StorageUsed(Set<Long> tenantIds) {

  /**
   * @param bytesByTenant bytes of UTF-8; a tenant that has never stored anything is not in it
   */
  public record Result(Map<Long, Long> bytesByTenant) {

    public long of(long tenantId) {
      return bytesByTenant.getOrDefault(tenantId, 0L);
    }
  }
}
