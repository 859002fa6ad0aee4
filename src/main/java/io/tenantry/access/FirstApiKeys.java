package io.tenantry.access;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.OfTenant;
import java.util.Map;
import java.util.Set;

/** How do the keys look with which these tenants came? */
@AllowedTo(Least.VIEWER)
public record FirstApiKeys(Set<Long> tenantIds) implements OfTenant {

  @Override
  public boolean concernsOnly(long tenantId) {
    return tenantIds.equals(Set.of(tenantId));
  }

  /**
   * @param masksByTenant a tenant that came without one, or whose first is revoked, is not in it
   */
  public record Result(Map<Long, String> masksByTenant) {

    /** Empty where there is none. */
    public String of(long tenantId) {
      return masksByTenant.getOrDefault(tenantId, "");
    }
  }
}
