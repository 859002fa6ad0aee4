package io.tenantry.platform.web;

import io.tenantry.api.support.Problems;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.platform.security.OpenPaths;
import io.tenantry.projection.ReadModels;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Until the read models have caught up with what was there at the start, nothing is answered but
 * what is open to all and the operator's: keys are not known yet.
 */
final class StartingFilter extends OncePerRequestFilter {

  private final ReadModels readModels;
  private final Problems problems;

  StartingFilter(ReadModels readModels, Problems problems) {
    this.readModels = readModels;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return OpenPaths.include(request) || request.getRequestURI().startsWith("/actuator");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (readModels.caughtUp()) {
      chain.doFilter(request, response);
      return;
    }
    problems.write(
        request,
        response,
        Refusal.retryAfter(
            RefusalCode.UNAVAILABLE,
            "the service is starting: its read models have not caught up",
            1));
  }
}
