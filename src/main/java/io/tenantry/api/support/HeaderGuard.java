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
    EntityTags known = EntityTags.read(request, IfNoneMatch.HEADER);
    boolean writes = WRITES.contains(request.getMethod());
    if (writes && known != null && !known.any()) {
      throw Unreadable.because(IfNoneMatch.HEADER, "must be * on a write");
    }
    boolean required = method.hasMethodAnnotation(IdempotencyKeyRequired.class);
    IdempotencyKey key = writes || required ? IdempotencyKey.of(request) : null;
    if (key == null && required) {
      throw Unreadable.because(IdempotencyKey.HEADER, "must be given as a header");
    }
    Serves serves = method.getMethodAnnotation(Serves.class);
    if (key != null && writes && serves != null) {
      KeyedRequest.begin(request, Caller.of(request).principal(), key, serves.value());
    }
  }
}
