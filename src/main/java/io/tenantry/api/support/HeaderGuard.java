package io.tenantry.api.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses malformed headers on every endpoint, also where it makes no use of them. */
final class HeaderGuard implements HandlerInterceptor {

  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    HandlerMethod method = Guarded.endpoint(request, handler);
    if (method != null) {
      check(request, method);
    }
    return true;
  }

  private static void check(HttpServletRequest request, HandlerMethod method) {
    Requests.single(request, Tenancy.HEADER);
    EntityTags.read(request, IfMatch.HEADER);
    EntityTags.read(request, IfNoneMatch.HEADER);
    boolean keyed = WRITES.contains(request.getMethod()) && IdempotencyKey.of(request) != null;
    if (!keyed && method.hasMethodAnnotation(IdempotencyKeyRequired.class)) {
      throw Unreadable.because(IdempotencyKey.HEADER, "must be given as a header");
    }
  }
}
