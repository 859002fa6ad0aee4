package io.tenantry.tenant;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a tenant's own keys may do anything. */
public enum TenantStatus {
  ACTIVE,
  INACTIVE;

  /** As clients write it: {@code active}, {@code inactive}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Null for any other word. */
  public static @Nullable TenantStatus of(String word) {
    return switch (word) {
      case "active" -> ACTIVE;
      case "inactive" -> INACTIVE;
      default -> null;
    };
  }
}
