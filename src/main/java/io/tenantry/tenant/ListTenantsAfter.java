package io.tenantry.tenant;

import java.util.List;

/**
 * Which tenants come next, by id? For walking all of them without holding all of them.
 *
 * @param tenantId the last one seen, 0 to begin
 */
public record ListTenantsAfter(long tenantId, int limit) {

  public record Result(List<TenantView> tenants) {}
}
