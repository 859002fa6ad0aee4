package io.tenantry.api.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that the endpoint does not declare, and repeated ones. */
final class QueryGuard implements HandlerInterceptor {

  private final Map<HandlerMethod, Map<String, Class<?>>> declared = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    HandlerMethod method = Guarded.endpoint(request, handler);
    if (method != null) {
      Query.check(
          request.getQueryString(), declared.computeIfAbsent(method, QueryGuard::parameters));
    }
    return true;
  }

  private static Map<String, Class<?>> parameters(HandlerMethod method) {
    Map<String, Class<?>> parameters = new HashMap<>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      String name = name(parameter);
      if (name != null) {
        parameters.put(name, parameter.getParameterType());
      }
    }
    return Map.copyOf(parameters);
  }

  private static @Nullable String name(MethodParameter parameter) {
    RequestParam declaration = parameter.getParameterAnnotation(RequestParam.class);
    if (declaration == null) {
      return null;
    }
    return declaration.name().isEmpty() ? parameter.getParameterName() : declaration.name();
  }
}
