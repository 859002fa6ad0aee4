package io.tenantry.appdata;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.Costly;
import io.tenantry.kernel.OfOneTenant;
import java.util.List;

/**
 * Which keys has an application, by name?
 *
 * @param after the last one seen; empty to begin
 */
@Costly
@AllowedTo(Least.VIEWER)
public record ListAppKeys(long tenantId, String applicationId, String after, int limit)
    implements OfOneTenant {

  /**
   * @param more whether there are others after these
   * @param exists whether the application has any key, be it before these
   */
  public record Result(List<String> keys, boolean more, boolean exists) {}
}
