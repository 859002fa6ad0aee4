package io.tenantry.model.write;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.SchemaException;
import com.networknt.schema.regex.RegularExpression;

/**
 * Matches the patterns of one check by RE2/J, which never backtracks, and lets them take so many
 * steps together and no more. A pattern takes at each character at most as many steps as it has
 * parts. RE2 knows no lookaround and no back-references; JSON Schema (6.4, "Regular Expressions")
 * advises against them.
 */
final class MatchingBudget {

  private static final long STEPS = 100_000_000;
  private static final long PARTS = 100_000;

  private long left = STEPS;

  RegularExpression compile(String regex) {
    // before it is compiled: that alone takes memory for each part
    long parts = PatternSize.of(regex);
    if (parts > PARTS) {
      throw new Exhausted();
    }
    try {
      var pattern = Pattern.compile(regex);
      return text -> pattern.matcher(new Metered(text, parts)).find();
    } catch (PatternSyntaxException e) {
      throw new SchemaException("not a regular expression");
    }
  }

  /** The patterns of a check have taken more steps than they may. */
  static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("too many steps", null, false, false);
    }
  }

  private final class Metered implements CharSequence {

    private final CharSequence text;
    private final long stepsPerCharacter;

    Metered(CharSequence text, long stepsPerCharacter) {
      this.text = text;
      this.stepsPerCharacter = stepsPerCharacter;
    }

    @Override
    public char charAt(int index) {
      left -= stepsPerCharacter;
      if (left < 0) {
        throw new Exhausted();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Metered(text.subSequence(start, end), stepsPerCharacter);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
