package io.tenantry.api.keys;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.access.ApiKeyCommand.CreateApiKey;
import io.tenantry.access.ApiKeyToken;
import io.tenantry.api.support.TextForms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key that is to come.
 *
 * @param role {@code viewer}, {@code contributor} or {@code admin}; null for {@code contributor}
 * @param fullAccess true for the role {@code admin}; it must not contradict the role
 * @param expiresAtUnix seconds since 1970; null or 0 for never
 * @param knowledgeBaseIds kept and shown; they limit nothing here
 * @param capabilities likewise
 */
@Schema(name = "NewApiKey")
record CreateBody(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            maxLength = 128,
            pattern = TextForms.NAME,
            example = "reports")
        @Nullable String name,
    @Schema(
            allowableValues = {"viewer", "contributor", "admin"},
            example = "viewer")
        @Nullable String role,
    @Schema(description = ChangeBody.FULL_ACCESS) @Nullable Boolean fullAccess,
    @Schema(
            minimum = "0",
            maximum = "253402300799",
            description = "Seconds since 1970, in the future; 0 for never.",
            example = "4102444800")
        @Nullable Long expiresAtUnix,
    @ArraySchema(maxItems = 100, schema = @Schema(maxLength = 128, pattern = TextForms.LINE))
        @Nullable List<String> knowledgeBaseIds,
    @ArraySchema(maxItems = 100, schema = @Schema(maxLength = 128, pattern = TextForms.LINE))
        @Nullable List<String> capabilities) {

  CreateApiKey command(long tenantId, ApiKeyToken token, Instant now) {
    return new CreateApiKey(
        token.keyId(),
        tenantId,
        token.kept(),
        name,
        role,
        fullAccess,
        expiresAtUnix,
        knowledgeBaseIds,
        capabilities,
        false,
        now);
  }
}
