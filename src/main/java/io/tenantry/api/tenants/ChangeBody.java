package io.tenantry.api.tenants;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.api.support.TextForms;
import io.tenantry.tenant.TenantCommand.ChangeTenant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to change of a tenant. What is absent stays; so do a null or empty status, a null or zero
 * quota and null engines. A null description or business becomes empty; a null name is invalid.
 * Clients send back what they have read: what is the server's is ignored.
 */
@JsonIgnoreProperties({"id", "slug", "api_key", "storage_used", "created_at", "updated_at"})
@Schema(name = "TenantChange")
record ChangeBody(
    @Schema(
            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
            maxLength = 128,
            pattern = TextForms.NAME,
            example = "Acme")
        @Nullable String name,
    @Schema(maxLength = 512, pattern = TextForms.TEXT, example = "Makes everything")
        @Nullable String description,
    @Schema(maxLength = 128, pattern = TextForms.TEXT, example = "retail")
        @Nullable String business,
    @Schema(
            allowableValues = {"", "active", "inactive"},
            description = "Empty means that it stays.",
            example = "active")
        @Nullable String status,
    @Nullable EnginesBody retrieverEngines,
    @Schema(minimum = "0", description = "Bytes; 0 means that it stays.", example = "10737418240")
        @Nullable Long storageQuota) {

  /**
   * @param sent the same as it was sent, which tells null from absent
   */
  ChangeTenant command(long tenantId, @Nullable Set<Long> expectedVersions, JsonNode sent) {
    return new ChangeTenant(
        tenantId,
        expectedVersions,
        nullAsEmpty(sent, "name", name),
        nullAsEmpty(sent, "description", description),
        nullAsEmpty(sent, "business", business),
        status,
        EnginesBody.engines(retrieverEngines),
        storageQuota);
  }

  private static @Nullable String nullAsEmpty(
      JsonNode sent, String member, @Nullable String value) {
    return sent.has(member) && value == null ? "" : value;
  }
}
