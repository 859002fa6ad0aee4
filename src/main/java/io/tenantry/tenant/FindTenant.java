package io.tenantry.tenant;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.OfTenant;

/**
 * Which tenant is this? Answers a {@link TenantView}, or refuses with TENANT_NOT_FOUND.
 *
 * @param reference an id in decimal digits, or a slug
 */
@AllowedTo(Least.VIEWER)
public record FindTenant(String reference) implements OfTenant {

  /** A key asks for its own tenant by id: what a slug leads to is known only afterwards. */
  @Override
  public boolean concernsOnly(long tenantId) {
    return reference.equals(String.valueOf(tenantId));
  }
}
