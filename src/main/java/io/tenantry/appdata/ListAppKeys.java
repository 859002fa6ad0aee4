package io.tenantry.appdata;

import java.util.List;

/**
 * Which keys has an application, by name?
 *
 * @param after the last one seen; empty to begin
 */
public record ListAppKeys(long tenantId, String applicationId, String after, int limit) {

  /**
   * @param more whether there are others after these
   * @param exists whether the application has any key, be it before these
   */
  public record Result(List<String> keys, boolean more, boolean exists) {}
}
