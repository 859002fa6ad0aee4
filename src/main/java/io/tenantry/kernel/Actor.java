package io.tenantry.kernel;

/**
 * Who does something, as it stands in the audit trail.
 *
 * @param value {@code operator:<name>}, {@code key:<id>}, {@code anonymous} or {@code
 *     system:<automation>}
 */
public record Actor(String value) {

  public static final Actor ANONYMOUS = new Actor("anonymous");

  public static Actor operator(String name) {
    return new Actor("operator:" + name);
  }

  public static Actor key(long keyId) {
    return new Actor("key:" + keyId);
  }

  public static Actor system(String automation) {
    return new Actor("system:" + automation);
  }
}
