package io.tenantry.model;

import java.util.List;

/**
 * Which models has a tenant, oldest first?
 *
 * @param after the id of the last one seen; empty to begin
 */
public record ListModels(long tenantId, String after, int limit) {

  /**
   * @param more whether there are others after these
   */
  public record Result(List<ModelView> models, boolean more) {}
}
