package io.tenantry.tenant;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.Costly;
import java.util.List;

/**
 * Which tenants come next, by id? For walking all of them without holding all of them.
 *
 * @param tenantId the last one seen, 0 to begin
 */
@Costly
@AllowedTo(Least.OPERATOR)
public record ListTenantsAfter(long tenantId, int limit) {

  public record Result(List<TenantView> tenants) {}
}
