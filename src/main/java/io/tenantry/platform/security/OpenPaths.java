package io.tenantry.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** What needs no credential: probes, and what explains the service. */
public final class OpenPaths {

  // on the path as it was sent, and segment by segment: nothing can be smuggled in by an escape or
  // by dots
  private static final Pattern OPEN =
      Pattern.compile(
          "/|/actuator/health/(liveness|readiness)/?|/openapi\\.json/?(swagger-config/?)?|/docs/?"
              + "|/problems/[a-z-]+/?|/swagger-ui/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

  private OpenPaths() {}

  public static boolean include(HttpServletRequest request) {
    return OPEN.matcher(request.getRequestURI()).matches();
  }
}
