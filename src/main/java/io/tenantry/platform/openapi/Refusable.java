package io.tenantry.platform.openapi;

import io.tenantry.api.support.Body;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.OpenToAll;
import io.tenantry.api.support.Refuses;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.tenant.TenantView;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/** What an endpoint may be refused: from what it reads, what it needs, and what it says itself. */
final class Refusable {

  private Refusable() {}

  static Set<RefusalCode> codes(HandlerMethod endpoint, boolean read) {
    var codes =
        EnumSet.of(RefusalCode.UNREADABLE, RefusalCode.NOT_ACCEPTABLE, RefusalCode.INTERNAL);
    if (!endpoint.getBeanType().isAnnotationPresent(OpenToAll.class)) {
      codes.addAll(
          Set.of(
              RefusalCode.UNAUTHENTICATED,
              RefusalCode.FORBIDDEN,
              RefusalCode.TENANT_INACTIVE,
              // of a tenant that the header names, on every path
              RefusalCode.TENANT_NOT_FOUND,
              RefusalCode.TOO_MANY_REQUESTS,
              RefusalCode.UNAVAILABLE));
    }
    if (!read) {
      codes.addAll(
          Set.of(
              RefusalCode.CONFLICT,
              RefusalCode.IDEMPOTENCY_KEY_REUSED,
              RefusalCode.IDEMPOTENCY_KEY_IN_USE,
              RefusalCode.TOO_LARGE));
    }
    for (var parameter : endpoint.getMethodParameters()) {
      codes.addAll(of(parameter));
    }
    var own = endpoint.getMethodAnnotation(Refuses.class);
    if (own != null) {
      codes.addAll(Arrays.asList(own.value()));
    }
    return codes;
  }

  private static Set<RefusalCode> of(MethodParameter parameter) {
    if (parameter.hasParameterAnnotation(Body.class)) {
      return Set.of(RefusalCode.INVALID, RefusalCode.UNSUPPORTED_MEDIA_TYPE);
    }
    if (parameter.hasParameterAnnotation(PathVariable.class)) {
      return Set.of(RefusalCode.NOT_FOUND);
    }
    if (parameter.getParameterType() == IfMatch.class) {
      return Set.of(RefusalCode.PRECONDITION_FAILED);
    }
    return parameter.getParameterType() == TenantView.class
        ? Set.of(RefusalCode.TENANT_NOT_FOUND)
        : Set.of();
  }
}
