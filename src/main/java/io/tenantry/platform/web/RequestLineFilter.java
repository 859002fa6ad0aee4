package io.tenantry.platform.web;

import io.tenantry.api.support.Problems;
import io.tenantry.api.support.Text;
import io.tenantry.api.support.Unreadable;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses methods that HTTP does not know and paths that are not UTF-8. */
final class RequestLineFilter extends OncePerRequestFilter {

  private static final Set<String> METHODS =
      Set.of(
          "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY");

  private final Problems problems;

  RequestLineFilter(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!METHODS.contains(request.getMethod())) {
      problems.write(
          request,
          response,
          Refusal.of(RefusalCode.METHOD_UNKNOWN, "the method is not one of HTTP"));
    } else if (Text.percentDecoded(request.getRequestURI()) == null) {
      problems.write(
          request, response, Unreadable.because("path", "must be percent-encoded UTF-8"));
    } else {
      admit(new NormalizedRequest(request), response, chain);
    }
  }

  private void admit(NormalizedRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.acceptsNothing()) {
      problems.write(
          request,
          response,
          Refusal.of(RefusalCode.NOT_ACCEPTABLE, "Accept refuses every media type"));
    } else {
      chain.doFilter(request, response);
    }
  }
}
