package io.tenantry.model.write;

import com.networknt.schema.SchemaException;
import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Lets the patterns of one check read so many characters together, and no more: a pattern that
 * backtracks for ever reads the same ones again and again.
 */
final class MatchingBudget {

  private static final int CHARACTERS = 5_000_000;
  private static final int BRANCHES = 100;

  private int left = CHARACTERS;

  RegularExpression compile(String regex) {
    try {
      var pattern = Pattern.compile(regex);
      if (Branching.isMoreThan(BRANCHES, regex)) {
        throw new Exhausted();
      }
      return text -> pattern.matcher(new Metered(text)).find();
    } catch (PatternSyntaxException e) {
      throw new SchemaException("not a regular expression");
    }
  }

  /** The patterns of a check have read more than they may. */
  static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("too many characters read", null, false, false);
    }
  }

  private final class Metered implements CharSequence {

    private final CharSequence text;

    Metered(CharSequence text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
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
      return new Metered(text.subSequence(start, end));
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
