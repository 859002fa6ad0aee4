package io.tenantry.kernel;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a name may be: one line with something to see in it. The rules are parts of regular
 * expressions, since the document of the interface shows them too.
 */
public final class Names {

  /** Unicode's White_Space, of which {@link String#strip} knows only a part. */
  public static final String WHITE_SPACE =
      "\\t-\\r\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

  /**
   * Control characters, line breaks, and what overrides the direction of the text around it (a name
   * could then be shown as another one).
   */
  public static final String FORBIDDEN =
      "\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069";

  /**
   * What shows nothing: white space, control and format characters, fillers, variation selectors.
   * What Unicode has not assigned yet counts as visible: the rule must not depend on the JDK.
   */
  public static final String INVISIBLE =
      "\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890"
          + "\\u0891\\u08e2\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f"
          + "\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufdd0-\\ufdef\\ufe00-\\ufe0f"
          + "\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff";

  private static final Pattern CONTROL = Pattern.compile("[" + FORBIDDEN + "]");
  // beyond the basic plane there are more; no pattern writes them so that every client can read it
  private static final Pattern VISIBLE =
      Pattern.compile(
          "[^" + INVISIBLE + "\\p{Cf}\\p{IsNoncharacter_Code_Point}\\x{e0000}-\\x{e0fff}]");

  private Names() {}

  /** As a name is stored: without the white space around it; empty for null. */
  public static String trimmed(@Nullable String text) {
    if (text == null) {
      return "";
    }
    int start = 0;
    int end = text.length();
    while (start < end && isWhiteSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /**
   * What is sent; null when it is what holds already. Clients send back what they have read, which
   * may be older than the rules.
   */
  public static <T> @Nullable T changed(@Nullable T sent, @Nullable T holds) {
    return Objects.equals(sent, holds) ? null : sent;
  }

  /** Null when it can be a name as it is, else what is wrong with it. */
  static @Nullable String fault(String name) {
    if (name.isEmpty()) {
      return "must not be blank";
    }
    var control = CONTROL.matcher(name);
    if (control.find()) {
      return "must not contain control characters or line breaks, such as U+%04X"
          .formatted((int) name.charAt(control.start()));
    }
    return VISIBLE.matcher(name).find() ? null : "must have a visible character";
  }

  private static boolean isWhiteSpace(char c) {
    return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
  }
}
