package io.tenantry.api.support;

import io.tenantry.kernel.Actor;
import io.tenantry.kernel.Authority;
import io.tenantry.tenant.TenantView;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. A parameter of an endpoint.
 *
 * @param keyed what is asked under an idempotency key; null for what is not
 */
public record Caller(Principal principal, String requestId, @Nullable KeyedRequest keyed) {

  private static final String ATTRIBUTE = Caller.class.getName();

  /** Says who asks; nobody gets further who was not admitted. */
  public static void admit(HttpServletRequest request, Principal principal) {
    request.setAttribute(ATTRIBUTE, principal);
  }

  static Caller of(HttpServletRequest request) {
    if (!(request.getAttribute(ATTRIBUTE) instanceof Principal principal)) {
      throw new IllegalStateException("a request that nobody has admitted");
    }
    return new Caller(principal, RequestId.of(request), KeyedRequest.of(request));
  }

  public Actor actor() {
    return principal.actor();
  }

  public Authority authority() {
    return principal.authority();
  }

  /** Whose key the caller bears; null for those who belong to no tenant. */
  public @Nullable TenantView ownTenant() {
    return principal.tenant();
  }
}
