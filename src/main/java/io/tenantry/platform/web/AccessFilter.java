package io.tenantry.platform.web;

import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Principal;
import io.tenantry.api.support.Problems;
import io.tenantry.kernel.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Decides, before all else, whether a request may come in, and as whom. */
final class AccessFilter extends OncePerRequestFilter {

  private final Problems problems;

  AccessFilter(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Refusal refusal = OpenPaths.include(request) ? null : refusal(request);
    if (refusal != null) {
      problems.write(request, response, refusal);
      return;
    }
    Caller.admit(request, Principal.ANONYMOUS);
    chain.doFilter(request, response);
  }

  private static @Nullable Refusal refusal(HttpServletRequest request) {
    Refusal credential = Credential.refusal(request);
    return credential != null ? credential : LocalOnly.refusal(request);
  }
}
