package io.tenantry.api.tenants;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.access.ApiKeyToken;
import io.tenantry.tenant.TenantView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as it is shown.
 *
 * @param slug empty when it has none
 * @param apiKey of the key with which it came: in plain text when that is made, masked ever after;
 *     empty when there is none
 * @param secretExpired true where the key was shown once and is not any more; else absent
 * @param storageQuota bytes
 * @param storageUsed bytes
 */
@Schema(name = "Tenant")
record TenantData(
    @Schema(minimum = "10000", example = "10001") long id,
    @Schema(example = "acme") String slug,
    @Schema(example = "Acme") String name,
    @Schema(example = "Makes everything") String description,
    @Schema(example = "sk-tn_…wxyz") @Nullable String apiKey,
    @Schema(
            allowableValues = {"active", "inactive"},
            example = "active")
        String status,
    EnginesBody retrieverEngines,
    @Schema(example = "retail") String business,
    @Schema(example = "10737418240") long storageQuota,
    @Schema(minimum = "0", example = "4711") long storageUsed,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Only in an answer that showed the key once and does not any more.")
        @Nullable Boolean secretExpired) {

  /**
   * @param secret of the key with which it came; null when it is not shown any more
   */
  static TenantData registered(TenantView tenant, @Nullable ApiKeyToken secret) {
    return secret == null ? of(tenant, null, 0, true) : of(tenant, secret.reveal(), 0, null);
  }

  static TenantData of(TenantView tenant, String apiKey, long storageUsed) {
    return of(tenant, apiKey, storageUsed, null);
  }

  private static TenantData of(
      TenantView tenant,
      @Nullable String apiKey,
      long storageUsed,
      @Nullable Boolean secretExpired) {
    return new TenantData(
        tenant.id(),
        requireNonNullElse(tenant.slug(), ""),
        tenant.name(),
        tenant.description(),
        apiKey,
        tenant.status().word(),
        new EnginesBody(tenant.retrieverEngines()),
        tenant.business(),
        tenant.storageQuota(),
        storageUsed,
        tenant.createdAt(),
        tenant.updatedAt(),
        secretExpired);
  }
}
