package io.tenantry.platform.security;

import io.tenantry.api.support.AnonymousAccess;
import io.tenantry.api.support.Principal;
import io.tenantry.api.support.Problems;
import io.tenantry.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Lets a request in as somebody, or tells it why not. */
final class Admission {

  private static final Authentication ANONYMOUS = new Admitted(Principal.ANONYMOUS);

  private final AuthenticationConverter credentials;
  private final AuthenticationManager manager;
  private final AnonymousAccess anonymous;
  private final FailedAttempts failedAttempts;
  private final Problems problems;

  Admission(
      AuthenticationConverter credentials,
      AuthenticationManager manager,
      AnonymousAccess anonymous,
      FailedAttempts failedAttempts,
      Problems problems) {
    this.credentials = credentials;
    this.manager = manager;
    this.anonymous = anonymous;
    this.failedAttempts = failedAttempts;
    this.problems = problems;
  }

  /** Null when it is refused; then the answer is written. */
  @Nullable Authentication admit(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Authentication presented = credentials.convert(request);
      if (presented != null) {
        return manager.authenticate(presented);
      }
      Refusal refusal =
          anonymous.allowed() ? LocalOnly.refusal(request) : NotAdmitted.unauthenticated();
      if (refusal == null) {
        return ANONYMOUS;
      }
      problems.write(request, response, refusal);
    } catch (NotAdmitted e) {
      problems.write(request, response, failedAttempts.answer(request, e.refusal()));
    } catch (RuntimeException e) {
      problems.write(request, response, e);
    }
    return null;
  }
}
