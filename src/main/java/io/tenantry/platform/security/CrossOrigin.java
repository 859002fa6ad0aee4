package io.tenantry.platform.security;

import io.tenantry.api.support.Problems;
import java.time.Duration;
import java.util.List;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/** What web pages of other origins may do: all that a credential allows. Cookies there are none. */
final class CrossOrigin {

  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> READABLE =
      List.of(
          "ETag",
          "Location",
          "Link",
          "X-Request-ID",
          "Consistency-Token",
          "Consistency",
          "Idempotent-Replayed",
          "Idempotent-Secret",
          "RateLimit",
          "RateLimit-Policy",
          "Retry-After");

  private CrossOrigin() {}

  static CorsFilter filter(List<String> origins, Problems problems) {
    var allowed = new CorsConfiguration();
    allowed.setAllowedOrigins(origins);
    allowed.setAllowedMethods(METHODS);
    allowed.addAllowedHeader(CorsConfiguration.ALL);
    allowed.setExposedHeaders(READABLE);
    allowed.setMaxAge(REMEMBERED);
    var filter = new CorsFilter(request -> allowed);
    filter.setCorsProcessor(new ListedOrigins(problems));
    return filter;
  }
}
