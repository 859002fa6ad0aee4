package io.tenantry.api.support;

import io.tenantry.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. A parameter of an endpoint.
 *
 * @param tenantHeader the value of {@code X-Tenant-ID} as it was sent; null when there is none
 */
public record Caller(Actor actor, String requestId, @Nullable String tenantHeader) {

  public static final String TENANT_HEADER = "X-Tenant-ID";

  private static final String ATTRIBUTE = Caller.class.getName();

  /** Says who asks; nobody gets further who was not admitted. */
  public static void admit(HttpServletRequest request, Actor actor) {
    request.setAttribute(ATTRIBUTE, actor);
  }

  static Caller of(HttpServletRequest request) {
    if (!(request.getAttribute(ATTRIBUTE) instanceof Actor actor)) {
      throw new IllegalStateException("a request that nobody has admitted");
    }
    return new Caller(actor, RequestId.of(request), Requests.single(request, TENANT_HEADER));
  }
}
