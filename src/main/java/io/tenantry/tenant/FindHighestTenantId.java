package io.tenantry.tenant;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;

/** Which is the highest id that a tenant has had, as far as the read model knows? */
@AllowedTo(Least.SYSTEM)
public record FindHighestTenantId() {

  /**
   * @param tenantId 0 when there has been none
   */
  public record Result(long tenantId) {}
}
