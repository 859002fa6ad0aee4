package io.tenantry.appdata;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.Costly;
import io.tenantry.kernel.OfOneTenant;
import java.util.List;

/**
 * Which applications of a tenant have keys, by id?
 *
 * @param after the last one seen; empty to begin
 */
@Costly
@AllowedTo(Least.VIEWER)
public record ListApplications(long tenantId, String after, int limit) implements OfOneTenant {

  /**
   * @param more whether there are others after these
   */
  public record Result(List<String> applicationIds, boolean more) {}
}
