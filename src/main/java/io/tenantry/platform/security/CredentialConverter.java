package io.tenantry.platform.security;

import io.tenantry.api.support.Unreadable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads the one credential of a request, from either of two headers. */
final class CredentialConverter implements AuthenticationConverter {

  private static final String API_KEY = "X-API-Key";
  private static final String BEARER = "Bearer ";

  // no header's value begins with a blank, so what is sent in another scheme is nobody's key
  private static final String OTHER_SCHEME = " ";

  /**
   * Null when there is none at all.
   *
   * @throws NotAdmitted UNREADABLE, when there are several that differ
   */
  @Override
  public @Nullable PresentedKey convert(HttpServletRequest request) {
    Set<String> sent = new LinkedHashSet<>(Collections.list(request.getHeaders(API_KEY)));
    for (String value : Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION))) {
      boolean bearer = value.regionMatches(true, 0, BEARER, 0, BEARER.length());
      sent.add(bearer ? value.substring(BEARER.length()).strip() : OTHER_SCHEME + value);
    }
    return switch (sent.size()) {
      case 0 -> null;
      case 1 -> new PresentedKey(sent.iterator().next());
      default ->
          throw new NotAdmitted(
              Unreadable.because(API_KEY, "and Authorization must not name several credentials"));
    };
  }
}
