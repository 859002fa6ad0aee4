package io.tenantry.http;

import io.tenantry.access.ApiKeyToken;
import io.tenantry.access.NewApiKeys;
import java.time.Clock;
import java.util.Objects;

/** Keys that are well formed and that nobody has given out. */
final class Keys {

  private static final NewApiKeys MADE = new NewApiKeys(Clock.systemUTC());

  private Keys() {}

  static String unknown() {
    return MADE.next().reveal();
  }

  static long id(String token) {
    return Objects.requireNonNull(ApiKeyToken.parse(token)).keyId();
  }

  static String withOtherSecret(String token) {
    return MADE.withNewSecret(id(token)).reveal();
  }
}
