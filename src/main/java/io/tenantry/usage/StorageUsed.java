package io.tenantry.usage;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.OfTenant;
import java.util.Map;
import java.util.Set;

/** How much do these tenants store? */
@AllowedTo(Least.VIEWER)
public record StorageUsed(Set<Long> tenantIds) implements OfTenant {

  @Override
  public boolean concernsOnly(long tenantId) {
    return tenantIds.equals(Set.of(tenantId));
  }

  /**
   * @param bytesByTenant bytes of UTF-8; a tenant that has never stored anything is not in it
   */
  public record Result(Map<Long, Long> bytesByTenant) {

    public long of(long tenantId) {
      return bytesByTenant.getOrDefault(tenantId, 0L);
    }
  }
}
