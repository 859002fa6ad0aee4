package io.tenantry.tenant;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.Costly;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants are there, by id?
 *
 * @param keyword a case-insensitive part of name, slug or description; null or empty for any
 * @param page from 1
 * @param pageSize 1 or more
 */
@Costly
@AllowedTo(Least.OPERATOR)
public record ListTenants(
    @Nullable String keyword,
    @Nullable Long tenantId,
    @Nullable TenantStatus status,
    int page,
    int pageSize) {

  /**
   * @param total of all pages
   */
  public record Result(List<TenantView> tenants, long total) {}
}
