package io.tenantry.platform.security;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Anonymous requests act as the operator, so they must come from the person at this machine: not
 * from a web page that this person looks at (DNS rebinding, cross-site requests), and not through a
 * proxy behind which anybody may be.
 */
final class LocalOnly {

  private static final Pattern LOCAL =
      Pattern.compile(
          "(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);
  private static final Set<String> PROXIED =
      Set.of(
          "forwarded",
          "via",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "cf-connecting-ip",
          "true-client-ip");

  private LocalOnly() {}

  static @Nullable Refusal refusal(HttpServletRequest request) {
    if (!Addresses.isLoopback(request.getRemoteAddr())) {
      return forbidden("it must come from this machine");
    }
    String host = request.getHeader("Host");
    if (host == null || !LOCAL.matcher(host).matches()) {
      return forbidden("Host must be localhost, 127.0.0.1 or [::1]");
    }
    String own = request.getScheme() + "://" + host;
    for (String origin : Collections.list(request.getHeaders("Origin"))) {
      if (!origin.equalsIgnoreCase(own)) {
        return forbidden("a web page of another origin may not ask");
      }
    }
    for (String site : Collections.list(request.getHeaders("Sec-Fetch-Site"))) {
      if (!site.equals("same-origin") && !site.equals("none")) {
        return forbidden("a web page of another origin may not ask");
      }
    }
    for (String name : Collections.list(request.getHeaderNames())) {
      String header = name.toLowerCase(Locale.ROOT);
      if (header.startsWith("x-forwarded-") || PROXIED.contains(header)) {
        return forbidden("it must not come through a proxy (header " + header + ")");
      }
    }
    return null;
  }

  private static Refusal forbidden(String why) {
    return Refusal.of(RefusalCode.FORBIDDEN, "a request without a credential: " + why);
  }
}
