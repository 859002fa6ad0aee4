package io.tenantry.api.support;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** Which endpoints keep our rules: all but those that a library brought along. */
final class Guarded {

  private Guarded() {}

  /** The endpoint, or null; also null while the container comes back with what it has checked. */
  static @Nullable HandlerMethod endpoint(HttpServletRequest request, Object handler) {
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || !(handler instanceof HandlerMethod method)) {
      return null;
    }
    String name = method.getBeanType().getName();
    boolean foreign = name.startsWith("org.springdoc.") || name.startsWith("org.springframework.");
    return foreign ? null : method;
  }
}
