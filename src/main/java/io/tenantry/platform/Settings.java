package io.tenantry.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/** How a setting is read before any bean exists. */
public final class Settings {

  private Settings() {}

  /** Without the white space around it; null where it is unset or blank. */
  public static @Nullable String text(PropertyResolver environment, String name) {
    String value = environment.getProperty(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
