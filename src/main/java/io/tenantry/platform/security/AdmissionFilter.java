package io.tenantry.platform.security;

import io.tenantry.api.support.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says to all that follows who asks: to Spring Security by its context, to our endpoints. */
final class AdmissionFilter extends OncePerRequestFilter {

  private final Admission admission;

  AdmissionFilter(Admission admission) {
    this.admission = admission;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return OpenPaths.include(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication admitted = admission.admit(request, response);
    if (admitted == null) {
      return;
    }
    if (admitted instanceof Admitted somebody) {
      Caller.admit(request, somebody.getPrincipal());
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(admitted);
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }
}
