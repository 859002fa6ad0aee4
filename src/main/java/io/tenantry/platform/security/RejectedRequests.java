package io.tenantry.platform.security;

import io.tenantry.api.support.Problems;
import io.tenantry.api.support.Unreadable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers what the firewall rejects, once it is known that its sender may come in at all. */
final class RejectedRequests implements RequestRejectedHandler {

  private final Admission admission;
  private final Problems problems;

  RejectedRequests(Admission admission, Problems problems) {
    this.admission = admission;
    this.problems = problems;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
      throws IOException {
    if (admission.admit(request, response) != null) {
      problems.write(
          request,
          response,
          Unreadable.because("path", "must have neither empty segments nor dots for one"));
    }
  }
}
