package io.tenantry.access.write;

import io.tenantry.access.ApiKeyCommand.ChangeApiKey.Fixed;
import io.tenantry.access.ApiKeyView;
import io.tenantry.kernel.Role;
import io.tenantry.kernel.Violations;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an API key's fields may hold; names are those that clients use. */
final class ApiKeyRules {

  private static final int NAME = 128;
  private static final int ENTRIES = 100;
  private static final int ENTRY = 128;
  private static final long LONGEST_GRACE = 604_800;
  // the last second of the year 9999: RFC 3339 knows no later one
  private static final long LAST_SECOND = 253_402_300_799L;

  private ApiKeyRules() {}

  static void name(Violations v, @Nullable String name) {
    v.name("name", name, NAME);
  }

  /** Both members say the role; they must not contradict each other. */
  static void role(Violations v, @Nullable String role, @Nullable Boolean fullAccess) {
    if (role == null) {
      return;
    }
    if (Role.of(role) == null) {
      v.add("role", "must be viewer, contributor or admin");
    } else if (fullAccess != null && fullAccess != role.equals(Role.ADMIN.word())) {
      v.add("full_access", "must be true with the role admin and false with any other");
    }
  }

  /** Clients may send back what cannot be changed, but only with its current value. */
  static void fixed(Violations v, Fixed fixed, ApiKeyView key) {
    same(v, "knowledge_base_ids", fixed.knowledgeBaseIds(), key.knowledgeBaseIds());
    same(v, "capabilities", fixed.capabilities(), key.capabilities());
    if (fixed.expiresAt() != null && !isTime(fixed.expiresAt(), key.expiresAt())) {
      v.add("expires_at", "cannot be changed by itself; expires_at_unix changes it");
    }
  }

  /** However it is written: clients write what they have read in their own way. */
  private static boolean isTime(String text, @Nullable Instant time) {
    try {
      return OffsetDateTime.parse(text).toInstant().equals(time);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static void same(
      Violations v, String field, @Nullable List<String> sent, List<String> holds) {
    if (sent != null && !sent.equals(holds)) {
      v.add(field, "cannot be changed");
    }
  }

  /**
   * @param now null when the end may lie before it
   */
  static void expiry(Violations v, @Nullable Long expiresAt, @Nullable Instant now) {
    if (expiresAt == null || expiresAt == 0) {
      return;
    }
    if (expiresAt < 0 || expiresAt > LAST_SECOND) {
      v.add("expires_at_unix", "must be seconds since 1970, before the year 10000");
    } else if (now != null && !Instant.ofEpochSecond(expiresAt).isAfter(now)) {
      v.add("expires_at_unix", "must lie in the future");
    }
  }

  static void entries(Violations v, String field, @Nullable List<String> entries) {
    if (entries == null) {
      return;
    }
    if (entries.size() > ENTRIES) {
      v.add(field, "must not have more than " + ENTRIES + " entries");
      return;
    }
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      v.line(field + "[" + i + "]", entry, ENTRY);
    }
  }

  static void grace(Violations v, @Nullable Long seconds) {
    if (seconds != null && (seconds < 0 || seconds > LONGEST_GRACE)) {
      v.add("grace_seconds", "must lie between 0 and " + LONGEST_GRACE);
    }
  }
}
