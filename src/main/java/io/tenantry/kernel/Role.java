package io.tenantry.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a tenant's key may do; each role includes those before it. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Also writes models and app keys. */
  CONTRIBUTOR,
  /** Also manages the tenant's own description, its API keys and its webhooks. */
  ADMIN;

  /** As clients write it, such as {@code viewer}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Null for any other word. */
  public static @Nullable Role of(String word) {
    return switch (word) {
      case "viewer" -> VIEWER;
      case "contributor" -> CONTRIBUTOR;
      case "admin" -> ADMIN;
      default -> null;
    };
  }
}
