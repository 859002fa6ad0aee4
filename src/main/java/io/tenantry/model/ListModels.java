package io.tenantry.model;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.Costly;
import io.tenantry.kernel.OfOneTenant;
import java.util.List;

/**
 * Which models has a tenant, oldest first?
 *
 * @param after the id of the last one seen; empty to begin
 * @param limit how many at most; large ones come in smaller pieces
 */
@Costly
@AllowedTo(Least.VIEWER)
public record ListModels(long tenantId, String after, int limit) implements OfOneTenant {

  /**
   * @param more whether there are others after these
   */
  public record Result(List<ModelView> models, boolean more) {}
}
