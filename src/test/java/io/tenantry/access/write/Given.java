package io.tenantry.access.write;

import io.tenantry.access.ApiKeyCommand.ChangeApiKey;
import io.tenantry.access.ApiKeyCommand.ChangeApiKey.Fixed;
import io.tenantry.access.ApiKeyCommand.CreateApiKey;
import io.tenantry.access.ApiKeyCommand.RevokeApiKey;
import io.tenantry.access.ApiKeyCommand.RotateApiKey;
import io.tenantry.access.KeySecret;
import io.tenantry.access.events.ApiKeyCreated;
import io.tenantry.access.events.ApiKeyEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** API keys, and commands to them that say one thing each. */
final class Given {

  static final long ID = 115_343_360_000_123L;
  static final long TENANT = 10_000;
  static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  static final long NOW = AT.getEpochSecond();
  static final KeySecret SECRET = new KeySecret("00ff", "a1Bc", "xY9z");
  static final KeySecret NEXT = new KeySecret("ff00", "0000", "zzzz");

  private Given() {}

  static ApiKeyCreated created(@Nullable Long expiresAt) {
    return new ApiKeyCreated(
        ID,
        TENANT,
        "ci",
        "contributor",
        SECRET.hash(),
        SECRET.start(),
        SECRET.end(),
        expiresAt,
        List.of(),
        List.of(),
        false);
  }

  /** As {@link #created} with a role and every list. */
  static ApiKeyCreated createdAs(String role) {
    return new ApiKeyCreated(
        ID,
        TENANT,
        "ci",
        role,
        SECRET.hash(),
        SECRET.start(),
        SECRET.end(),
        NOW + 60,
        List.of("kb"),
        List.of("c"),
        false);
  }

  static ApiKeyState state(ApiKeyEvent... events) {
    var state = ApiKeyState.NONE;
    for (var event : events) {
      state = state.evolve(event, AT);
    }
    return state;
  }

  static CreateApiKey create(@Nullable String name, @Nullable String role) {
    return create(name, role, null, null, null);
  }

  static CreateApiKey create(
      @Nullable String name,
      @Nullable String role,
      @Nullable Long expiresAt,
      @Nullable List<String> knowledgeBaseIds,
      @Nullable List<String> capabilities) {
    return new CreateApiKey(
        ID, TENANT, SECRET, name, role, null, expiresAt, knowledgeBaseIds, capabilities, false, AT);
  }

  static CreateApiKey createAs(@Nullable String role, @Nullable Boolean fullAccess) {
    return new CreateApiKey(
        ID, TENANT, SECRET, "ci", role, fullAccess, null, null, null, false, AT);
  }

  static ChangeApiKey change(@Nullable String role, @Nullable Boolean fullAccess) {
    return new ChangeApiKey(ID, TENANT, null, null, role, fullAccess, null, Fixed.NOTHING, AT);
  }

  static ChangeApiKey fixed(Fixed fixed) {
    return new ChangeApiKey(ID, TENANT, null, null, null, null, null, fixed, AT);
  }

  static ChangeApiKey unchanged(@Nullable Set<Long> expectedVersions) {
    return new ChangeApiKey(
        ID, TENANT, expectedVersions, null, null, null, null, Fixed.NOTHING, AT);
  }

  static ChangeApiKey rename(String name) {
    return new ChangeApiKey(ID, TENANT, null, name, null, null, null, Fixed.NOTHING, AT);
  }

  static ChangeApiKey role(String role) {
    return change(role, null);
  }

  static ChangeApiKey expiry(long expiresAt) {
    return new ChangeApiKey(ID, TENANT, null, null, null, null, expiresAt, Fixed.NOTHING, AT);
  }

  static RotateApiKey rotate(@Nullable Long graceSeconds, boolean byItself) {
    return new RotateApiKey(ID, TENANT, null, NEXT, graceSeconds, byItself, AT);
  }

  static RevokeApiKey revoke() {
    return new RevokeApiKey(ID, TENANT, null);
  }
}
