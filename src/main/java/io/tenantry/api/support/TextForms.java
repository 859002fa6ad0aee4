package io.tenantry.api.support;

/** Patterns of texts, for the document of the interface: what the modules' rules demand. */
public final class TextForms {

  /** Not blank; what else bounds it stands beside. */
  public static final String NAME =
      "^[^\\u0000]*"
          + "[^\\s\\u0000\\u001c-\\u001f\\u1680\\u2000-\\u200a\\u2028\\u2029\\u205f\\u3000]"
          + "[^\\u0000]*$";

  /** What stands in paths. */
  public static final String PATH_NAME =
      "^(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,255}$";

  public static final String TENANT = "^([1-9][0-9]{0,17}|[a-z][a-z0-9-]{0,62})$";

  private TextForms() {}
}
