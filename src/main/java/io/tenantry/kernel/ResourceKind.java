package io.tenantry.kernel;

import java.util.Locale;

/** What commands are about. Its words are stored: a constant keeps its name for ever. */
public enum ResourceKind {
  TENANT,
  MODEL,
  APP_KEY,
  API_KEY;

  /** As it is stored, such as {@code app-key}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException for any other word
   */
  public static ResourceKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
