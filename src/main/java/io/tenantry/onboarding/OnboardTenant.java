package io.tenantry.onboarding;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.tenant.events.RetrieverEngine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant shall come, under the next free id. Answers a {@link io.tenantry.tenant.TenantView}.
 *
 * @param storageQuota bytes; null or 0 for the default
 */
@AllowedTo(Least.OPERATOR)
public record OnboardTenant(
    @Nullable String slug,
    @Nullable String name,
    @Nullable String description,
    @Nullable String business,
    @Nullable List<RetrieverEngine> retrieverEngines,
    @Nullable Long storageQuota) {}
