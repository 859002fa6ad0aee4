package io.tenantry.model.write;

import io.tenantry.model.write.PatternReader.Unusable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands behind a backslash in a regular expression of ECMA-262. */
final class EcmaEscapes {

  private static final String SPACE = UnicodeProperty.ranges(UnicodeProperty::isSpace);
  private static final String NO_SPACE = UnicodeProperty.ranges(c -> !UnicodeProperty.isSpace(c));

  private static final Pattern PROPERTY = Pattern.compile("\\{[A-Za-z0-9_=]+}");
  private static final Pattern TWO_DIGITS = Pattern.compile("[0-9A-Fa-f]{2}");
  private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9A-Fa-f]{4}");
  private static final Pattern CODE_POINT = Pattern.compile("\\{0*[0-9A-Fa-f]{1,6}}");
  private static final Pattern LOW_SURROGATE = Pattern.compile("\\\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

  private EcmaEscapes() {}

  /** The set that the letter names, as it stands in a class of RE2/J; null when it names none. */
  static @Nullable String set(int letter, PatternReader reader) {
    return switch (letter) {
      // those of ECMA-262 and RE2 are the same
      case 'd', 'D', 'w', 'W' -> "\\" + (char) letter;
      case 's' -> SPACE;
      case 'S' -> NO_SPACE;
      case 'p', 'P' -> property(reader, letter == 'P');
      default -> null;
    };
  }

  private static String property(PatternReader reader, boolean negated) {
    var braces = reader.accept(PROPERTY, "\\p needs the name of a property in braces");
    var name = braces.substring(1, braces.length() - 1);
    var property = UnicodeProperty.of(name);
    if (property == null) {
      throw new Unusable("\\p{" + name + "} is no property that is known");
    }
    return property.ranges(negated);
  }

  /** The character that the first one behind the backslash, and what follows, stand for. */
  static int character(int first, PatternReader reader) {
    return switch (first) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0B;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'c' -> reader.accept(LETTER, "\\c needs a letter").charAt(0) % 32;
      case 'x' -> hex(reader.accept(TWO_DIGITS, "\\x needs two hexadecimal digits"));
      case 'u' -> codePoint(reader);
      default -> {
        boolean octal = first == '0' && reader.matcher(Pattern.compile("[0-9]")).lookingAt();
        if (octal || first != '0' && first < 128 && Character.isLetterOrDigit(first)) {
          throw new Unusable("\\" + (char) first + " is no escape of ECMA-262");
        }
        yield first == '0' ? 0 : first;
      }
    };
  }

  private static int codePoint(PatternReader reader) {
    var missing = "\\u needs four hexadecimal digits, or a code point in braces";
    int code;
    if (reader.sees("{")) {
      var braces = reader.accept(CODE_POINT, missing);
      code = hex(braces.substring(1, braces.length() - 1));
    } else {
      code = hex(reader.accept(FOUR_DIGITS, missing));
      var low = reader.matcher(LOW_SURROGATE);
      if (code >= Character.MIN_HIGH_SURROGATE
          && code <= Character.MAX_HIGH_SURROGATE
          && low.lookingAt()) {
        reader.skip(low);
        return Character.toCodePoint((char) code, (char) hex(low.group(1)));
      }
    }
    if (code > Character.MAX_CODE_POINT) {
      throw new Unusable("\\u{10FFFF} is the last code point");
    }
    if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
      throw new Unusable("half a surrogate pair matches no text: write \\u{...}");
    }
    return code;
  }

  private static int hex(String digits) {
    return Integer.parseInt(digits, 16);
  }
}
