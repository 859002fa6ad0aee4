package io.tenantry.api.support;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a read that carries a token wait until the read models have reached it. */
final class ConsistencyToken implements HandlerInterceptor {

  static final String HEADER = "Consistency-Token";

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

  private final ConsistencyWaits waits;

  ConsistencyToken(ConsistencyWaits waits) {
    this.waits = waits;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String token =
        Guarded.endpoint(request, handler) == null ? null : Requests.single(request, HEADER);
    if (token == null) {
      return true;
    }
    if (!POSITION.matcher(token).matches()) {
      throw Unreadable.because(HEADER, "must be one that a write has answered");
    }
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (reads && !waits.reached(Long.parseLong(token))) {
      throw Refusal.retryAfter(
          RefusalCode.UNAVAILABLE, "the read models have not yet reached that token", 1);
    }
    return true;
  }
}
