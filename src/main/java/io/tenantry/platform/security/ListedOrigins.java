package io.tenantry.platform.security;

import io.tenantry.api.support.Problems;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * CORS as Spring does it, but for pages of origins that are not listed: their preflights get our
 * answer, and all else goes on as if there were no CORS, so that 401 comes before anything else.
 */
final class ListedOrigins extends DefaultCorsProcessor {

  private final Problems problems;

  ListedOrigins(Problems problems) {
    this.problems = problems;
  }

  @Override
  public boolean processRequest(
      @Nullable CorsConfiguration configuration,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    boolean listed = super.processRequest(configuration, request, response);
    if (listed || !CorsUtils.isPreFlightRequest(request)) {
      return true;
    }
    problems.write(
        request,
        response,
        Refusal.of(RefusalCode.FORBIDDEN, "pages of this origin may not ask, or not so"));
    return false;
  }

  /** Nothing yet: whether it is refused is not said here. */
  @Override
  protected void rejectRequest(ServerHttpResponse response) {}
}
