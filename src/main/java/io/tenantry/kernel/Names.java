package io.tenantry.kernel;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for names: one line with at least one visible character. They are written as character
 * classes of regular expressions, because the OpenAPI document shows them too.
 */
public final class Names {

  /** Unicode's White_Space; {@link String#strip} removes only a part of it. */
  public static final String WHITE_SPACE =
      "\\t-\\r\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

  /**
   * Control characters, line breaks and bidirectional overrides, which can make a name look like
   * another one.
   */
  public static final String FORBIDDEN =
      "\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069";

  /**
   * Characters that show nothing: white space, control and format characters, fillers, variation
   * selectors. Unassigned characters count as visible, so that the rule does not depend on the
   * Unicode version of the JDK.
   */
  public static final String INVISIBLE =
      "\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890"
          + "\\u0891\\u08e2\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f"
          + "\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufdd0-\\ufdef\\ufe00-\\ufe0f"
          + "\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff";

  private static final Pattern CONTROL = Pattern.compile("[" + FORBIDDEN + "]");
  // the document leaves out those beyond the basic plane: clients spell them in different ways
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
   * The value that was sent, or null when it equals the current one. Clients send back what they
   * have read, which may have been stored before these rules.
   */
  public static <T> @Nullable T changed(@Nullable T sent, @Nullable T current) {
    return Objects.equals(sent, current) ? null : sent;
  }

  /** Null when the text is a valid name, else what is wrong with it. */
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
