package io.tenantry.platform;

/**
 * An engine as the start names it: each engine's configuration has one as a bean.
 *
 * @param keeps what it keeps
 * @param name as {@code TENANTRY_EVENT_STORE} or {@code TENANTRY_READ_STORE} has it
 * @param where a path, or hosts and a database: without user, password or query
 */
public record Engine(Kept keeps, String name, String where) {

  /** What an engine can keep. */
  public enum Kept {
    EVENTS,
    READ_MODELS
  }

  /** Of a JDBC URL, whose user, password and parameters are nobody's business. */
  public static String withoutCredentials(String url) {
    String address = url.replaceFirst("[?;].*", "");
    return address.replaceFirst("//[^/]*@", "//");
  }
}
