package io.tenantry.platform.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a client accepts, as Spring should read it: without {@code charset}, which JSON does not
 * have (RFC 8259, 11) and for which Spring would find no converter once all is done; and without
 * what has a weight of 0, which is not accepted (RFC 9110, 12.4.2) but Spring would take.
 */
record Acceptable(List<String> values, boolean nothing) {

  private static final Pattern CHARSET =
      Pattern.compile(";[ \\t]*charset[ \\t]*=[^;,]*+", Pattern.CASE_INSENSITIVE);
  private static final Pattern REFUSED =
      Pattern.compile(
          ";[ \\t]*q[ \\t]*=[ \\t]*0(\\.0{0,3})?[ \\t]*(;|$)", Pattern.CASE_INSENSITIVE);

  static Acceptable of(List<String> headers) {
    var values = new ArrayList<String>();
    boolean refuses = false;
    for (var range : String.join(",", headers).split(",", -1)) {
      if (REFUSED.matcher(range).find()) {
        refuses = true;
      } else {
        values.add(CHARSET.matcher(range).replaceAll(""));
      }
    }
    boolean nothing = refuses && values.isEmpty();
    return new Acceptable(
        headers.isEmpty() ? List.of() : Collections.singletonList(String.join(",", values)),
        nothing);
  }
}
