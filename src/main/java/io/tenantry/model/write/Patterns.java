package io.tenantry.model.write;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.SchemaException;
import com.networknt.schema.regex.RegularExpression;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Matches the patterns of one check by RE2/J, which never backtracks, at the check's cost. A
 * pattern takes at each character at most as many steps as it has parts.
 */
final class Patterns {

  private static final int COMPILED_PART = 8;
  // RE2/J makes one class of what stands between bars, and copies it for each of them
  private static final int PARTS_IN_A_SQUARE = 4;
  // and copies the rest of its text for each member of a class
  private static final int CHARACTERS_IN_A_SQUARE = 300;
  private static final int MATCH = 10;

  private final Budget budget;
  private final Map<String, String> unusable = new HashMap<>();

  Patterns(Budget budget) {
    this.budget = budget;
  }

  RegularExpression compile(String regex) {
    try {
      return compiled(EcmaPattern.translated(regex));
    } catch (PatternReader.Unusable e) {
      return unusable(regex, e.getMessage());
    } catch (PatternSyntaxException e) {
      return unusable(regex, "RE2/J does not know what stands in it");
    }
  }

  private RegularExpression compiled(EcmaPattern.Translated translated) {
    // before it is compiled: that alone takes time and memory for each part
    long parts = translated.parts();
    long characters = translated.re2().length();
    budget.charge(
        parts * COMPILED_PART
            + parts * parts / PARTS_IN_A_SQUARE
            + characters * characters / CHARACTERS_IN_A_SQUARE);
    var pattern = Pattern.compile(translated.re2());
    return text -> {
      budget.charge(MATCH);
      return pattern.matcher(new Metered(text, parts)).find();
    };
  }

  private RegularExpression unusable(String regex, String why) {
    unusable.put(regex, why);
    return text -> {
      throw new SchemaException(why);
    };
  }

  /** Why the pattern, which has been compiled, cannot be used; null when it can. */
  @Nullable String whyUnusable(String regex) {
    return unusable.get(regex);
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
