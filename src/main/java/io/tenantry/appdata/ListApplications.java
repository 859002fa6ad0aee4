package io.tenantry.appdata;

import java.util.List;

/**
 * Which applications of a tenant have keys, by id?
 *
 * @param after the last one seen; empty to begin
 */
public record ListApplications(long tenantId, String after, int limit) {

  /**
   * @param more whether there are others after these
   */
  public record Result(List<String> applicationIds, boolean more) {}
}
