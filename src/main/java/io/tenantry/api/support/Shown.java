package io.tenantry.api.support;

import io.tenantry.access.ApiKeyToken;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer shows beside its command's result. A replay shows the same again.
 *
 * @param values known before the command is sent, by names of their own; no secret
 * @param secret shown in plain text; null for none, and for one that is not shown any more
 * @param repeatable whether a replay can show the secret
 */
public record Shown(Map<String, String> values, @Nullable ApiKeyToken secret, boolean repeatable) {

  static final Shown NOTHING = new Shown(Map.of(), null, true);

  private static final String SEALED = "secret";

  public static Shown values(Map<String, String> values) {
    return new Shown(values, null, true);
  }

  public Shown with(ApiKeyToken shownSecret) {
    return new Shown(values, shownSecret, repeatable);
  }

  public static Shown secret(ApiKeyToken secret) {
    return NOTHING.with(secret);
  }

  /**
   * @param name under which the secret is sealed; null when it could not be
   */
  Shown sealed(@Nullable String name) {
    if (name == null) {
      return new Shown(values, secret, false);
    }
    Map<String, String> all = new HashMap<>(values);
    all.put(SEALED, name);
    return new Shown(all, secret, true);
  }

  /** Under which name the secret is sealed; null when it is not. */
  @Nullable String sealedName() {
    return values.get(SEALED);
  }
}
