package io.tenantry.api.support;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;

/** Gives endpoints their {@link Body}. */
final class BodyArguments implements HandlerMethodArgumentResolver {

  private final StrictBinder binder = new StrictBinder();

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(Body.class);
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders)
      throws IOException {
    Body wanted = parameter.getParameterAnnotation(Body.class);
    if (wanted == null) {
      throw new IllegalStateException("not a body: " + parameter);
    }
    HttpServletRequest servletRequest = Requests.servlet(request);
    JsonBody body = BodyReader.read(servletRequest, wanted.value());
    if (body == null) {
      if (wanted.required()) {
        throw Unreadable.because("body", "is empty");
      }
      return null;
    }
    if (parameter.getParameterType() == JsonBody.class) {
      return body;
    }
    return parameter.getParameterType() == JsonNode.class
        ? body.tree()
        : binder.bind(body.tree(), parameter.getGenericParameterType());
  }
}
