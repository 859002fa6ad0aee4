package io.tenantry.api.support;

import io.tenantry.api.support.RefusedRequests.Reason;
import io.tenantry.kernel.CostlyWork;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.tenant.FindTenant;
import io.tenantry.tenant.TenantView;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Which tenant a request is about: the one in its path as {@code {tenant}}, by id or slug, else the
 * one in its header, else the caller's own.
 */
final class Tenancy {

  static final String HEADER = "X-Tenant-ID";

  /** The tenant of anonymous requests that name none; every new embedded store is given it. */
  private static final String DEFAULT = "default";

  private static final String PATH_VARIABLE = "tenant";

  private final Queries queries;
  private final RefusedRequests refused;

  Tenancy(Queries queries, RefusedRequests refused) {
    this.queries = queries;
    this.refused = refused;
  }

  /**
   * Another tenant is not there for a tenant's key, wherever it is named and whatever else is wrong
   * with the request: one of two headers is enough. Nothing is looked up for that, so time tells
   * nothing either.
   *
   * @throws Refusal TENANT_NOT_FOUND
   */
  void requireVisible(HttpServletRequest request, Caller caller) {
    TenantView own = caller.ownTenant();
    if (own == null) {
      return;
    }
    String path = inPath(request);
    List<String> headers = Collections.list(request.getHeaders(HEADER));
    if ((path != null && !isNamed(own, path))
        || !headers.stream().allMatch(header -> isNamed(own, header))) {
      refused.count(Reason.OTHER_TENANT);
      throw Refusal.noSuchTenant();
    }
  }

  /**
   * Where neither path nor caller names a tenant, the header must.
   *
   * @throws Refusal UNREADABLE
   */
  void requireNamed(HttpServletRequest request, Caller caller) {
    if (caller.ownTenant() == null
        && !caller.principal().isAnonymous()
        && inPath(request) == null
        && request.getHeader(HEADER) == null) {
      throw Unreadable.because(HEADER, "must name the tenant, by id or slug");
    }
  }

  /**
   * Told before the body is read, so before what is invalid in it. A tenant that is not there is
   * told later.
   *
   * @throws Refusal UNREADABLE, when the header names another tenant than the path
   */
  void requireAgreement(HttpServletRequest request, Caller caller) {
    String path = inPath(request);
    String header = request.getHeader(HEADER);
    if (caller.ownTenant() != null || path == null || header == null || header.equals(path)) {
      return;
    }
    try {
      requireNamed(find(path, caller), header);
    } catch (Refusal e) {
      if (e.code() != RefusalCode.TENANT_NOT_FOUND) {
        throw e;
      }
    }
  }

  private static void requireNamed(TenantView tenant, String header) {
    if (!isNamed(tenant, header)) {
      throw Unreadable.because(HEADER, "names another tenant than the path");
    }
  }

  /**
   * A tenant that is named must be there, also where none is needed.
   *
   * @throws Refusal TENANT_NOT_FOUND
   */
  void requireExisting(HttpServletRequest request, Caller caller) {
    String header = request.getHeader(HEADER);
    if (caller.ownTenant() == null && header != null) {
      find(header, caller);
    }
  }

  /**
   * @throws Refusal TENANT_NOT_FOUND; UNREADABLE, when the header names another tenant than the
   *     path, or nothing names one
   */
  TenantView of(HttpServletRequest request, Caller caller) {
    TenantView tenant = find(request, caller);
    CostlyWork.actFor(String.valueOf(tenant.id()));
    return tenant;
  }

  private TenantView find(HttpServletRequest request, Caller caller) {
    TenantView own = caller.ownTenant();
    if (own != null) {
      requireVisible(request, caller);
      // what was read to let the caller in may be older than the token, which is reached by now
      boolean current = request.getHeader(ConsistencyToken.HEADER) == null;
      return current ? own : find(String.valueOf(own.id()), caller);
    }
    String path = inPath(request);
    String header = Requests.single(request, HEADER);
    if (path == null) {
      requireNamed(request, caller);
      return find(header == null ? DEFAULT : header, caller);
    }
    TenantView tenant = find(path, caller);
    if (header != null) {
      requireNamed(tenant, header);
    }
    return tenant;
  }

  /** Whether that endpoint asks for the request's tenant. */
  static boolean isOfATenant(Executable endpoint) {
    return Arrays.asList(endpoint.getParameterTypes()).contains(TenantView.class);
  }

  private static @Nullable String inPath(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            && variables.get(PATH_VARIABLE) instanceof String reference
        ? reference
        : null;
  }

  private static boolean isNamed(TenantView tenant, String reference) {
    return reference.equals(String.valueOf(tenant.id())) || reference.equals(tenant.slug());
  }

  private TenantView find(String reference, Caller caller) {
    return queries.ask(new FindTenant(reference), TenantView.class, caller);
  }
}
