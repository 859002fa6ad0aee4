package io.tenantry.api.tenants;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.api.support.TextForms;
import io.tenantry.onboarding.OnboardTenant;
import io.tenantry.onboarding.OnboardTenant.FirstKey;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that is to come. Clients send their whole structure: what is the server's is ignored.
 */
@JsonIgnoreProperties({"id", "api_key", "status", "storage_used", "created_at", "updated_at"})
@Schema(name = "NewTenant")
record RegisterBody(
    @Schema(
            pattern = "^(?!(all|search|kv)$)([a-z][a-z0-9-]{0,62})?$",
            description = "Immutable and never used again; empty for none.",
            example = "acme")
        @Nullable String slug,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            maxLength = 128,
            pattern = TextForms.NAME,
            example = "Acme")
        @Nullable String name,
    @Schema(maxLength = 512, pattern = TextForms.TEXT, example = "Makes everything")
        @Nullable String description,
    @Schema(maxLength = 128, pattern = TextForms.TEXT, example = "retail")
        @Nullable String business,
    @Nullable EnginesBody retrieverEngines,
    @Schema(
            minimum = "0",
            description = "Bytes; 0 stands for the default.",
            example = "10737418240")
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
