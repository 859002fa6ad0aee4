package io.tenantry.access.write;

import io.tenantry.kernel.Role;
import io.tenantry.kernel.Violations;
import java.time.Instant;
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

  static void role(Violations v, @Nullable String role) {
    if (role != null && Role.of(role) == null) {
      v.add("role", "must be viewer, contributor or admin");
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
      var name = field + "[" + i + "]";
      if (entry == null || entry.isEmpty()) {
        v.add(name, "must not be empty");
      }
      v.atMost(name, entry, ENTRY);
    }
  }

  static void grace(Violations v, @Nullable Long seconds) {
    if (seconds != null && (seconds < 0 || seconds > LONGEST_GRACE)) {
      v.add("grace_seconds", "must lie between 0 and " + LONGEST_GRACE);
    }
  }
}
