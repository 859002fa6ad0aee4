package io.tenantry.api.keys;

import io.tenantry.access.ApiKeyInUse;
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
 */
record ApiKeyData(
    long id,
    long tenantId,
    String name,
    String role,
    boolean fullAccess,
    List<String> knowledgeBaseIds,
    List<String> capabilities,
    String apiKey,
    String token,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    Instant createdAt,
    Instant updatedAt) {

  static ApiKeyData masked(ApiKeyInUse inUse) {
    return of(inUse.key(), inUse.key().secret().mask(), inUse.lastUsedAt());
  }

  static ApiKeyData of(ApiKeyView key, String shown, @Nullable Instant lastUsedAt) {
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
        key.updatedAt());
  }
}
