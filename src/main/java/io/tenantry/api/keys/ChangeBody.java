package io.tenantry.api.keys;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.access.ApiKeyCommand.ChangeApiKey;
import io.tenantry.api.support.TextForms;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of an API key; what is absent or null stays. Clients send back what they have
 * read: what is the server's, or cannot change, is ignored.
 *
 * @param expiresAtUnix seconds since 1970; 0 for never
 */
@JsonIgnoreProperties({
  "id",
  "tenant_id",
  "full_access",
  "knowledge_base_ids",
  "capabilities",
  "api_key",
  "token",
  "expires_at",
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
    @Schema(
            minimum = "0",
            maximum = "253402300799",
            description = "Seconds since 1970, in the future; 0 for never.",
            example = "4102444800")
        @Nullable Long expiresAtUnix) {

  ChangeApiKey command(
      long keyId, long tenantId, @Nullable Set<Long> expectedVersions, Instant now) {
    return new ChangeApiKey(keyId, tenantId, expectedVersions, name, role, expiresAtUnix, now);
  }
}
