package io.tenantry.model.write;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.SchemaException;
import com.networknt.schema.regex.RegularExpression;

/**
 * Matches the patterns of one check by RE2/J, which never backtracks, at the check's cost. A
 * pattern takes at each character at most as many steps as it has parts. RE2 knows no lookaround
 * and no back-references; JSON Schema (6.4, "Regular Expressions") advises against them.
 */
final class Patterns {

  private static final int COMPILED_PART = 8;
  // RE2/J makes one class of what stands between bars, and copies it for each of them
  private static final int PARTS_IN_A_SQUARE = 4;
  private static final int MATCH = 10;
  // ECMA-262, which JSON Schema names, has none; by (?i) RE2/J folds some characters for ever
  private static final Pattern FLAGS =
      Pattern.compile("(^|[^\\\\])(\\\\\\\\)*\\(\\?([^:<P]|P[^<]|P?$)");

  private final Budget budget;

  Patterns(Budget budget) {
    this.budget = budget;
  }

  RegularExpression compile(String regex) {
    // before it is compiled: that alone takes time and memory for each part
    long parts = PatternSize.of(regex);
    budget.charge(parts * COMPILED_PART + parts * parts / PARTS_IN_A_SQUARE);
    if (FLAGS.matcher(regex).find()) {
      throw new SchemaException("flags within a regular expression");
    }
    try {
      var pattern = Pattern.compile(regex);
      return text -> {
        budget.charge(MATCH);
        return pattern.matcher(new Metered(text, parts)).find();
      };
    } catch (PatternSyntaxException e) {
      throw new SchemaException("not a regular expression");
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
      budget.charge(stepsPerCharacter);
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
