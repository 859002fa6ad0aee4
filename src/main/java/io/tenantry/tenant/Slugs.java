package io.tenantry.tenant;

import java.util.Set;
import java.util.regex.Pattern;

/** What a slug may be. */
public final class Slugs {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  // these stand in paths beside the tenants themselves
  private static final Set<String> RESERVED = Set.of("all", "search", "kv");

  private Slugs() {}

  public static boolean isSlug(String text) {
    return FORM.matcher(text).matches() && !RESERVED.contains(text);
  }

  /** The stream whose first event takes the slug. */
  public static String streamId(String slug) {
    return "slug:" + slug;
  }
}
