package io.tenantry.api.keys;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.access.ApiKeyCommand.ChangeApiKey;
import io.tenantry.access.ApiKeyCommand.ChangeApiKey.Fixed;
import io.tenantry.api.support.TextForms;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of an API key; what is absent or null stays. Clients send back what they have
 * read: what is the server's is ignored; what cannot change must have its current value.
 *
 * @param expiresAtUnix seconds since 1970; 0 for never
 */
@JsonIgnoreProperties({
  "id",
  "tenant_id",
  "api_key",
  "token",
  "last_used_at",
  "created_at",
  "updated_at"
})
@Schema(name = "ApiKeyChange")
record ChangeBody(
    @Schema(maxLength = 128, pattern = TextForms.NAME, example = "reports") @Nullable String name,
    @Schema(
            allowableValues = {"viewer", "contributor", "admin"},
            example = "viewer")
        @Nullable String role,
    @Schema(description = FULL_ACCESS) @Nullable Boolean fullAccess,
    @Schema(
            minimum = "0",
            maximum = "253402300799",
            description = "Seconds since 1970, in the future; 0 for never.",
            example = "4102444800")
        @Nullable Long expiresAtUnix,
    @Schema(description = FIXED) @Nullable List<String> knowledgeBaseIds,
    @Schema(description = FIXED) @Nullable List<String> capabilities,
    @Schema(format = "date-time", description = FIXED + " `expires_at_unix` changes it.")
        @Nullable String expiresAt) {

  static final String FULL_ACCESS =
      "true means the role admin; false makes an admin a contributor and leaves any other role. Refused when it contradicts `role`.";

  private static final String FIXED = "Can be sent back as it was read; another value is refused.";

  ChangeApiKey command(
      long keyId, long tenantId, @Nullable Set<Long> expectedVersions, Instant now) {
    return new ChangeApiKey(
        keyId,
        tenantId,
        expectedVersions,
        name,
        role,
        fullAccess,
        expiresAtUnix,
        new Fixed(knowledgeBaseIds, capabilities, expiresAt),
        now);
  }
}
