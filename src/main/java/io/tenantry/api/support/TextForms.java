package io.tenantry.api.support;

import io.tenantry.kernel.Names;

/** Patterns of texts, for the document of the interface: what the modules' rules demand. */
public final class TextForms {

  private static final String VISIBLE =
      "[^" + Names.FORBIDDEN + "]*[^" + Names.INVISIBLE + "][^" + Names.FORBIDDEN + "]*";

  /** One line with a visible character; its length is documented separately. */
  public static final String LINE = "^" + VISIBLE + "$";

  /** The same with white space around it. */
  public static final String NAME =
      "^[" + Names.WHITE_SPACE + "]*" + VISIBLE + "[" + Names.WHITE_SPACE + "]*$";

  /** Any number of lines. */
  public static final String TEXT =
      "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$";

  /** What stands in paths. */
  public static final String PATH_NAME =
      "^(?!\\.{1,2}$)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,255}$";

  public static final String TENANT = "^([1-9][0-9]{0,17}|[a-z][a-z0-9-]{0,62})$";

  private TextForms() {}
}
