package io.tenantry.platform.web;

import io.tenantry.api.support.Unreadable;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The credential of a request. No key exists yet, so there is none that would be good. */
final class Credential {

  private static final String BEARER = "Bearer ";

  private Credential() {}

  /** Null when the request carries no credential at all. */
  static @Nullable Refusal refusal(HttpServletRequest request) {
    Set<String> sent = new LinkedHashSet<>(Collections.list(request.getHeaders("X-API-Key")));
    for (String authorization : Collections.list(request.getHeaders("Authorization"))) {
      boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
      sent.add(bearer ? authorization.substring(BEARER.length()).strip() : authorization);
    }
    return switch (sent.size()) {
      case 0 -> null;
      case 1 ->
          // the same words whatever is wrong with it: an attacker learns nothing
          Refusal.of(
              RefusalCode.UNAUTHENTICATED,
              "the credential is unknown, malformed, expired or revoked");
      default ->
          Unreadable.because("X-API-Key", "and Authorization must not name different credentials");
    };
  }
}
