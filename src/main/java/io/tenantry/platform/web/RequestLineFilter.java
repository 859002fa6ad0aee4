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
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses paths that are not UTF-8 and requests that accept no answer. */
final class RequestLineFilter extends OncePerRequestFilter {

  private final Problems problems;

  RequestLineFilter(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Text.percentDecoded(request.getRequestURI()) == null) {
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
