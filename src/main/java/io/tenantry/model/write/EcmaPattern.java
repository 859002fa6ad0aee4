package io.tenantry.model.write;

import io.tenantry.model.write.PatternReader.Unusable;
import java.util.regex.Pattern;

/**
 * Writes a regular expression of ECMA-262 (with its flag u) as RE2/J understands it. What RE2
 * cannot do, lookaround and back-references, and what is not of ECMA-262 is refused. Older forms
 * that can mean one thing only are taken: a brace or bracket that stands for itself, a needless
 * backslash.
 */
final class EcmaPattern {

  private static final int MOST_REPEATED = 1000;
  // RE2/J would take too long for what is longer
  private static final int LONGEST = 1 << 16;
  // a class of some hundred ranges
  private static final int PROPERTY = 100;
  private static final int A_SET = -1;
  private static final String ANY = "\0-" + Character.toString(Character.MAX_CODE_POINT);
  private static final String NOT_CLOSED = "a class [ is not closed";
  private static final Pattern COUNT = Pattern.compile("([0-9]+)(?:(,)([0-9]*))?}");
  private static final Pattern NAME =
      Pattern.compile("[\\p{IsAlphabetic}$_][\\p{IsAlphabetic}\\p{N}$_]*>");

  private final PatternReader reader;
  private final StringBuilder written = new StringBuilder();
  private final PatternSize size = new PatternSize();
  private boolean repeatable;

  private EcmaPattern(String source) {
    reader = new PatternReader(source);
  }

  /**
   * @param parts of how many it consists; it takes at most as many steps for each character
   */
  record Translated(String re2, long parts) {}

  /**
   * @throws Unusable when it cannot be used
   */
  static Translated translated(String source) {
    var pattern = new EcmaPattern(source);
    while (pattern.reader.more()) {
      pattern.term();
      requireShort(pattern.written);
    }
    if (pattern.size.isOpen()) {
      throw new Unusable("a group ( is not closed");
    }
    return new Translated(pattern.written.toString(), pattern.size.total());
  }

  private static void requireShort(StringBuilder written) {
    if (written.length() > LONGEST) {
      throw new Unusable("it is too long, or has too many properties such as \\p{L} in it");
    }
  }

  private void term() {
    int c = reader.next("");
    switch (c) {
      case '(' -> open();
      case ')' -> close();
      case '|', '^', '$' -> between(Character.toString(c));
      case '.' -> set("[^\n\r\u2028\u2029]", 1);
      case '[' -> characterClass();
      case '\\' -> escape();
      case '*', '+', '?' -> {
        repeated(Character.toString(c));
        size.part(1);
      }
      case '{' -> braces();
      default -> character(c);
    }
  }

  private void open() {
    if (reader.sees("?=") || reader.sees("?!") || reader.sees("?<=") || reader.sees("?<!")) {
      throw new Unusable("lookahead and lookbehind are not supported");
    }
    if (reader.accept("?<")) {
      reader.accept(NAME, "a group needs a name between (?< and >");
    } else if (!reader.accept("?:") && reader.sees("?")) {
      throw new Unusable("flags and other groups that begin with (? are not supported");
    }
    written.append("(?:");
    size.open();
    repeatable = false;
  }

  private void close() {
    if (!size.isOpen()) {
      throw new Unusable("a ) closes no group");
    }
    written.append(')');
    size.close();
    repeatable = true;
  }

  private void between(String sign) {
    written.append(sign);
    size.part(1);
    repeatable = false;
  }

  private void character(int c) {
    set(quoted(c), 1);
  }

  private void set(String re2, long parts) {
    written.append(re2);
    size.part(parts);
    repeatable = true;
  }

  private void escape() {
    int c = reader.next("a backslash at the end escapes nothing");
    if (c == 'b' || c == 'B') {
      between("\\" + (char) c);
    } else if (c == 'k' || c >= '1' && c <= '9') {
      throw new Unusable("back-references are not supported");
    } else {
      var ranges = EcmaEscapes.set(c, reader);
      if (ranges == null) {
        character(EcmaEscapes.character(c, reader));
      } else {
        set(bracketed(ranges, false), parts(c));
      }
    }
  }

  private static long parts(int letter) {
    return letter == 'p' || letter == 'P' ? PROPERTY : 1;
  }

  private void braces() {
    var count = reader.matcher(COUNT);
    if (!count.lookingAt()) {
      character('{');
      return;
    }
    reader.skip(count);
    int least = number(count.group(1));
    boolean open = count.group(2) != null && count.group(3).isEmpty();
    int most = count.group(2) == null || open ? least : number(count.group(3));
    if (least > most) {
      throw new Unusable("a count {n,m} is out of order");
    }
    repeated("{" + least + (open ? ",}" : "," + most + "}"));
    size.repeat(most);
  }

  private static int number(String digits) {
    var number = digits.replaceFirst("^0+(?=.)", "");
    if (number.length() > 4 || Integer.parseInt(number) > MOST_REPEATED) {
      throw new Unusable("counts beyond " + MOST_REPEATED + " are not supported");
    }
    return Integer.parseInt(number);
  }

  private void repeated(String times) {
    if (!repeatable) {
      throw new Unusable("there is nothing that " + times + " could repeat");
    }
    written.append(times);
    if (reader.accept("?")) {
      written.append('?');
    }
    repeatable = false;
  }

  private void characterClass() {
    boolean negated = reader.accept("^");
    var ranges = new StringBuilder();
    long parts = 2;
    while (!reader.accept("]")) {
      requireShort(ranges);
      int before = ranges.length();
      int from = classMember(ranges);
      if (reader.sees("-") && !reader.sees("-]")) {
        reader.next(NOT_CLOSED);
        range(ranges, from, classMember(ranges));
      } else {
        single(ranges, from);
      }
      parts += Math.min(PROPERTY, ranges.length() - before);
    }
    set(bracketed(ranges.toString(), negated), parts);
  }

  /** The next character of a class; a set of them is written at once. */
  private int classMember(StringBuilder ranges) {
    int c = reader.next(NOT_CLOSED);
    if (c != '\\') {
      return c;
    }
    c = reader.next(NOT_CLOSED);
    var set = EcmaEscapes.set(c, reader);
    if (set != null) {
      ranges.append(set);
      return A_SET;
    }
    return c == 'b' ? '\b' : EcmaEscapes.character(c, reader);
  }

  // a - beside a set stands for itself
  private static void range(StringBuilder ranges, int from, int to) {
    if (from == A_SET || to == A_SET) {
      single(ranges, from);
      single(ranges, '-');
      single(ranges, to);
    } else if (from > to) {
      throw new Unusable("a range of a class is out of order");
    } else {
      ranges.append(quoted(from)).append('-').append(quoted(to));
    }
  }

  private static void single(StringBuilder ranges, int c) {
    if (c != A_SET) {
      ranges.append(quoted(c));
    }
  }

  private static String bracketed(String ranges, boolean negated) {
    // RE2 takes the bracket of [] and [^] for a member
    boolean all = ranges.isEmpty() && negated;
    boolean none = ranges.isEmpty() && !negated;
    return (negated && !all || none ? "[^" : "[") + (all || none ? ANY : ranges) + "]";
  }

  /** The character as it stands for itself in RE2/J, within a class too. */
  static String quoted(int c) {
    boolean sign = c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    return (sign ? "\\" : "") + Character.toString(c);
  }
}
