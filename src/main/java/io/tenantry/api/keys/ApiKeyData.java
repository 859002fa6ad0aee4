package io.tenantry.api.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.access.ApiKeyInUse;
import io.tenantry.access.ApiKeyToken;
import io.tenantry.access.ApiKeyView;
import io.tenantry.kernel.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is shown.
 *
 * @param fullAccess whether its role is {@code admin}
 * @param apiKey in plain text when its secret is made, masked ever after
 * @param token the same
 * @param expiresAt null for never
 * @param lastUsedAt to the minute; null for never
 * @param secretExpired true where the key was shown once and is not any more; else absent
 */
@Schema(name = "ApiKey")
record ApiKeyData(
    @Schema(minimum = "1", example = "102030405060") long id,
    @Schema(minimum = "10000", example = "10001") long tenantId,
    @Schema(example = "reports") String name,
    @Schema(
            allowableValues = {"viewer", "contributor", "admin"},
            example = "viewer")
        String role,
    boolean fullAccess,
    List<String> knowledgeBaseIds,
    List<String> capabilities,
    @Schema(
            description = "Whole when its secret is made, masked ever after.",
            example = "sk-tn_…wxyz")
        @Nullable String apiKey,
    @Schema(description = "The same.", example = "sk-tn_…wxyz") @Nullable String token,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Only in an answer that showed the key once and does not any more.")
        @Nullable Boolean secretExpired) {

  static ApiKeyData masked(ApiKeyInUse inUse) {
    return of(inUse.key(), inUse.key().secret().mask(), inUse.lastUsedAt());
  }

  /**
   * @param secret null when it is not shown any more
   */
  static ApiKeyData revealed(
      ApiKeyView key, @Nullable ApiKeyToken secret, @Nullable Instant lastUsedAt) {
    return secret == null
        ? of(key, null, lastUsedAt, true)
        : of(key, secret.reveal(), lastUsedAt, null);
  }

  static ApiKeyData of(ApiKeyView key, String shown, @Nullable Instant lastUsedAt) {
    return of(key, shown, lastUsedAt, null);
  }

  private static ApiKeyData of(
      ApiKeyView key,
      @Nullable String shown,
      @Nullable Instant lastUsedAt,
      @Nullable Boolean secretExpired) {
    return new ApiKeyData(
        key.id(),
        key.tenantId(),
        key.name(),
        key.role().word(),
        key.role() == Role.ADMIN,
        key.knowledgeBaseIds(),
        key.capabilities(),
        shown,
        shown,
        key.expiresAt(),
        lastUsedAt,
        key.createdAt(),
        key.updatedAt(),
        secretExpired);
  }
}
