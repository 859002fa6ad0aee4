package io.tenantry.api.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the client calls its attempt. A value that begins with a quotation mark is a string of RFC
 * 8941 and means what is between the quotes; any other is taken as it is.
 *
 * @param value 1 to 255 printable ASCII characters
 */
public record IdempotencyKey(String value) {

  public static final String HEADER = "Idempotency-Key";

  private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e]{1,255}");
  private static final Pattern QUOTED =
      Pattern.compile("\"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*+\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

  /** Null when there is none. */
  static @Nullable IdempotencyKey of(HttpServletRequest request) {
    String sent = Requests.single(request, HEADER);
    return sent == null ? null : parse(sent.strip());
  }

  static IdempotencyKey parse(String sent) {
    String value = sent;
    if (sent.startsWith("\"")) {
      if (!QUOTED.matcher(sent).matches()) {
        throw Unreadable.because(HEADER, "begins with a quote, but is no string of RFC 8941");
      }
      value = ESCAPE.matcher(sent.substring(1, sent.length() - 1)).replaceAll("$1");
    }
    if (!PLAIN.matcher(value).matches()) {
      throw Unreadable.because(HEADER, "must be 1 to 255 printable ASCII characters");
    }
    return new IdempotencyKey(value);
  }
}
