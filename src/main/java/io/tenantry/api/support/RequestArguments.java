package io.tenantry.api.support;

import io.tenantry.tenant.TenantView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives endpoints what they ask for by type. */
public final class RequestArguments implements HandlerMethodArgumentResolver {

  private static final Set<Class<?>> TYPES =
      Set.of(
          Caller.class, TenantView.class, IfMatch.class, IfNoneMatch.class, IdempotencyKey.class);

  private final Tenancy tenancy;
  private final Map<Class<?>, Function<HttpServletRequest, @Nullable Object>> readers;

  RequestArguments(Tenancy tenancy) {
    this.tenancy = tenancy;
    readers =
        Map.of(
            Caller.class, Caller::of,
            TenantView.class, request -> tenancy.of(request, Caller.of(request)),
            IfMatch.class, IfMatch::of,
            IfNoneMatch.class, IfNoneMatch::of,
            IdempotencyKey.class, IdempotencyKey::of);
  }

  /** The types that are read from headers, not from parameters that a document should list. */
  public static Class<?>[] types() {
    return TYPES.toArray(Class<?>[]::new);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return TYPES.contains(parameter.getParameterType());
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Function<HttpServletRequest, @Nullable Object> reader =
        readers.get(parameter.getParameterType());
    if (reader == null) {
      throw new IllegalStateException("not an argument of ours: " + parameter);
    }
    HttpServletRequest servlet = Requests.servlet(request);
    if (parameter.getParameterType() == Caller.class
        && !Tenancy.isOfATenant(parameter.getExecutable())) {
      // here, after the body: as late as a missing tenant is found where one is needed
      tenancy.requireExisting(servlet, Caller.of(servlet));
    }
    return reader.apply(servlet);
  }
}
