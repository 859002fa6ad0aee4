package io.tenantry.api.support;

import io.tenantry.kernel.CostlyWork;
import io.tenantry.kernel.Rights;
import io.tenantry.tenant.TenantView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses, before anything else of a request is looked at, what its sender may not do. */
final class AccessGuard implements HandlerInterceptor {

  private final Tenancy tenancy;

  AccessGuard(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    HandlerMethod method = Guarded.endpoint(request, handler);
    if (method == null || method.getBeanType().isAnnotationPresent(OpenToAll.class)) {
      return true;
    }
    Serves serves = method.getMethodAnnotation(Serves.class);
    if (serves == null) {
      throw new IllegalStateException(method + " does not say what it serves");
    }
    Caller caller = Caller.of(request);
    tenancy.requireVisible(request, caller);
    TenantView own = caller.ownTenant();
    CostlyWork.actFor(own == null ? caller.actor().value() : String.valueOf(own.id()));
    Rights.require(serves.value(), caller.authority());
    if (Tenancy.isOfATenant(method.getMethod())) {
      tenancy.requireNamed(request, caller);
      tenancy.requireAgreement(request, caller);
    }
    return true;
  }
}
