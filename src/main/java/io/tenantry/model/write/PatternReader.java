package io.tenantry.model.write;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a pattern, one code point after the other. */
final class PatternReader {

  private final String source;
  private int at;

  PatternReader(String source) {
    this.source = source;
  }

  boolean more() {
    return at < source.length();
  }

  /**
   * @param missing what is wrong when there is no more
   */
  int next(String missing) {
    if (!more()) {
      throw new Unusable(missing);
    }
    int c = source.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  boolean sees(String text) {
    return source.startsWith(text, at);
  }

  boolean accept(String text) {
    boolean there = sees(text);
    if (there) {
      at += text.length();
    }
    return there;
  }

  /**
   * Reads what the form matches from here on.
   *
   * @param missing what is wrong when it does not
   */
  String accept(Pattern form, String missing) {
    var matcher = matcher(form);
    if (!matcher.lookingAt()) {
      throw new Unusable(missing);
    }
    at = matcher.end();
    return matcher.group();
  }

  Matcher matcher(Pattern form) {
    return form.matcher(source).region(at, source.length());
  }

  void skip(Matcher matched) {
    at = matched.end();
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  /** The pattern cannot be used; the message says why. */
  static final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
