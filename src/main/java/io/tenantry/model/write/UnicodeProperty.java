package io.tenantry.model.write;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A property of characters as ECMA-262 names it, such as {@code \p{Lu}} or {@code
 * \p{Script=Greek}}. The characters come from the JDK: RE2/J 1.8 knows the Unicode of 2010.
 *
 * @param name one for each property, however it was spelled
 */
record UnicodeProperty(String name, IntPredicate has) {

  /** By {@link Character#getType}. */
  private static final List<String> CATEGORIES =
      List.of(
          "Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf - Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf"
              .split(" "));

  private static final List<String> CASED = List.of("Lu", "Ll", "Lt");

  private static final Map<String, String> LONG_NAMES =
      named(
          """
          Cased_Letter=LC Close_Punctuation=Pe Combining_Mark=M Connector_Punctuation=Pc Control=Cc
          Currency_Symbol=Sc Dash_Punctuation=Pd Decimal_Number=Nd Enclosing_Mark=Me
          Final_Punctuation=Pf Format=Cf Initial_Punctuation=Pi Letter=L Letter_Number=Nl
          Line_Separator=Zl Lowercase_Letter=Ll Mark=M Math_Symbol=Sm Modifier_Letter=Lm
          Modifier_Symbol=Sk Nonspacing_Mark=Mn Number=N Open_Punctuation=Ps Other=C Other_Letter=Lo
          Other_Number=No Other_Punctuation=Po Other_Symbol=So Paragraph_Separator=Zp Private_Use=Co
          Punctuation=P Separator=Z Space_Separator=Zs Spacing_Mark=Mc Surrogate=Cs Symbol=S
          Titlecase_Letter=Lt Unassigned=Cn Uppercase_Letter=Lu cntrl=Cc digit=Nd punct=P
          """);

  private static final Map<String, IntPredicate> BINARY =
      Map.of(
          "Any", c -> true,
          "ASCII", c -> c < 128,
          "Assigned", c -> Character.getType(c) != Character.UNASSIGNED,
          "Alphabetic", Character::isAlphabetic,
          "Lowercase", Character::isLowerCase,
          "Uppercase", Character::isUpperCase,
          "Ideographic", Character::isIdeographic,
          "Emoji", Character::isEmoji,
          "White_Space", c -> c == 0x85 || c != 0xFEFF && isSpace(c));

  private static final Map<String, String> RANGES = new ConcurrentHashMap<>();

  /**
   * The property that is spelled so; null when there is none.
   *
   * @param text what stands between the braces
   */
  static @Nullable UnicodeProperty of(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      var binary = BINARY.get(text);
      return binary == null ? category(text) : new UnicodeProperty(text, binary);
    }
    var value = text.substring(equals + 1);
    return switch (text.substring(0, equals)) {
      case "General_Category", "gc" -> category(value);
      case "Script", "sc" -> script(value);
      default -> null;
    };
  }

  private static @Nullable UnicodeProperty category(String value) {
    var name = LONG_NAMES.getOrDefault(value, value);
    if (name.equals("LC")) {
      return new UnicodeProperty(name, c -> CASED.contains(CATEGORIES.get(Character.getType(c))));
    }
    boolean known =
        name.matches("[A-Z][a-z]?") && CATEGORIES.stream().anyMatch(c -> c.startsWith(name));
    return known
        ? new UnicodeProperty(name, c -> CATEGORIES.get(Character.getType(c)).startsWith(name))
        : null;
  }

  private static @Nullable UnicodeProperty script(String value) {
    try {
      var script = Character.UnicodeScript.forName(value);
      return new UnicodeProperty("sc=" + script, c -> Character.UnicodeScript.of(c) == script);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * The characters that have the property, as they stand in a class of RE2/J.
   *
   * @param negated those that do not have it
   */
  String ranges(boolean negated) {
    return RANGES.computeIfAbsent(
        (negated ? "P" : "p") + name, n -> ranges(negated ? has.negate() : has));
  }

  /** The characters that satisfy it, as they stand in a class of RE2/J. */
  static String ranges(IntPredicate has) {
    var ranges = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (has.test(c)) {
        int first = c;
        while (c < Character.MAX_CODE_POINT && has.test(c + 1)) {
          c++;
        }
        ranges.append(EcmaPattern.quoted(first));
        if (c > first) {
          ranges.append('-').append(EcmaPattern.quoted(c));
        }
      }
    }
    return ranges.toString();
  }

  /** White space and line ends as ECMA-262 understands {@code \s}. */
  static boolean isSpace(int c) {
    return c >= '\t' && c <= '\r'
        || c == 0x2028
        || c == 0x2029
        || c == 0xFEFF
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static Map<String, String> named(String pairs) {
    return Stream.of(pairs.split("\\s"))
        .map(pair -> pair.split("="))
        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
  }
}
