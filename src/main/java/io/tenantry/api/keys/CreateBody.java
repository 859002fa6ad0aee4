package io.tenantry.api.keys;

import io.tenantry.access.ApiKeyCommand.CreateApiKey;
import io.tenantry.access.ApiKeyToken;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key that is to come.
 *
 * @param role {@code viewer}, {@code contributor} or {@code admin}; null for {@code contributor}
 * @param fullAccess true for the role {@code admin}
 * @param expiresAtUnix seconds since 1970; null or 0 for never
 * @param knowledgeBaseIds kept and shown; they limit nothing here
 * @param capabilities likewise
 */
record CreateBody(
    @Nullable String name,
    @Nullable String role,
    @Nullable Boolean fullAccess,
    @Nullable Long expiresAtUnix,
    @Nullable List<String> knowledgeBaseIds,
    @Nullable List<String> capabilities) {

  CreateApiKey command(long tenantId, ApiKeyToken token, Instant now) {
    return new CreateApiKey(
        token.keyId(),
        tenantId,
        token.kept(),
        name,
        wantedRole(),
        expiresAtUnix,
        knowledgeBaseIds,
        capabilities,
        false,
        now);
  }

  private @Nullable String wantedRole() {
    if (fullAccess == null || !fullAccess) {
      return role;
    }
    String admin = Role.ADMIN.word();
    if (role != null && !role.equals(admin)) {
      throw Refusal.invalid("full_access", "must not be true with another role than admin");
    }
    return admin;
  }
}
