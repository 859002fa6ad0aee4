package io.tenantry.onboarding;

import io.tenantry.access.KeySecret;
import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.tenant.events.RetrieverEngine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant shall come, under the next free id. Answers a {@link io.tenantry.tenant.TenantView}.
 *
 * @param storageQuota bytes; null or 0 for the default
 * @param firstKey comes with the tenant, all or nothing; null for a tenant without a key
 */
@AllowedTo(Least.OPERATOR)
public record OnboardTenant(
    @Nullable String slug,
    @Nullable String name,
    @Nullable String description,
    @Nullable String business,
    @Nullable List<RetrieverEngine> retrieverEngines,
    @Nullable Long storageQuota,
    @Nullable FirstKey firstKey) {

  /**
   * An {@code admin} key named {@code default}; its secret stays with who made it.
   *
   * @param secret what is kept of it
   */
  public record FirstKey(long keyId, KeySecret secret) {}
}
