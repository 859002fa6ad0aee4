package io.tenantry.api.tenants;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tenantry.onboarding.OnboardTenant;
import io.tenantry.onboarding.OnboardTenant.FirstKey;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that is to come. Clients send their whole structure: what is the server's is ignored.
 */
@JsonIgnoreProperties({"id", "api_key", "status", "storage_used", "created_at", "updated_at"})
record RegisterBody(
    @Nullable String slug,
    @Nullable String name,
    @Nullable String description,
    @Nullable String business,
    @Nullable EnginesBody retrieverEngines,
    @Nullable Long storageQuota) {

  OnboardTenant command(FirstKey firstKey) {
    return new OnboardTenant(
        // as a tenant without a slug is shown
        slug == null || slug.isEmpty() ? null : slug,
        name,
        description,
        business,
        EnginesBody.engines(retrieverEngines),
        storageQuota,
        firstKey);
  }
}
