package io.tenantry.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By what right a command or query is sent. It crosses the buses as a text in their metadata. */
public sealed interface Authority {

  Authority SYSTEM = new OfSystem();
  Authority OPERATOR = new OfOperator();

  /** Tenantry itself: what follows from events, and what one module asks of another. */
  record OfSystem() implements Authority {}

  /** Who runs the service: all tenants. */
  record OfOperator() implements Authority {}

  /** A key of one tenant: nothing outside of it. */
  record OfTenantKey(long tenantId, Role role) implements Authority {}

  /** The value of {@link MetadataKeys#AUTHORITY}. */
  default String encoded() {
    return switch (this) {
      case OfSystem s -> "system";
      case OfOperator o -> "operator";
      case OfTenantKey key -> key.role().word() + ":" + key.tenantId();
    };
  }

  /** By what right a message with that metadata was sent; null where they do not say it. */
  static @Nullable Authority in(Map<String, ?> metadata) {
    return metadata.get(MetadataKeys.AUTHORITY) instanceof String text ? decode(text) : null;
  }

  /** Null for a text that {@link #encoded()} does not make. */
  static @Nullable Authority decode(String text) {
    if (text.equals("system")) {
      return SYSTEM;
    }
    if (text.equals("operator")) {
      return OPERATOR;
    }
    int colon = text.indexOf(':');
    Role role = colon < 0 ? null : Role.of(text.substring(0, colon));
    if (role == null) {
      return null;
    }
    try {
      return new OfTenantKey(Long.parseLong(text.substring(colon + 1)), role);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
