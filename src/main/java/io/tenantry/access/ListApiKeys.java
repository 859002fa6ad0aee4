package io.tenantry.access;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.Costly;
import io.tenantry.kernel.OfOneTenant;
import java.util.List;

/**
 * Which API keys has a tenant, oldest first?
 *
 * @param after the id of the last one seen; 0 to begin
 */
@Costly
@AllowedTo(Least.ADMIN)
public record ListApiKeys(long tenantId, long after, int limit) implements OfOneTenant {

  public record Result(List<ApiKeyInUse> keys) {}
}
