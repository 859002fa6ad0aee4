package io.tenantry.model.write;

/**
 * In how many ways a regular expression can go on without reading a character, at most. Java's
 * matcher tries them all, and a budget of characters does not notice: {@code (?:^|^)} forty times
 * over is 2<sup>40</sup> steps on an empty text.
 */
final class Branching {

  private static final long MANY = 1_000_000;

  private final String regex;
  private int at;
  private boolean unknown;

  private Branching(String regex) {
    this.regex = regex;
  }

  /**
   * @param regex one that compiles
   */
  static boolean isMoreThan(long limit, String regex) {
    var parser = new Branching(regex);
    var ways = parser.alternatives();
    return parser.unknown || parser.at < regex.length() || ways.most > limit;
  }

  /**
   * @param empty the ways to match nothing
   * @param most the ways at the worst place within
   */
  private record Ways(long empty, long most) {

    static final Ways READS = new Ways(0, 1);
    static final Ways NOTHING = new Ways(1, 1);

    Ways then(Ways next) {
      return new Ways(Math.min(MANY, empty * next.empty), Math.min(MANY, most * next.most));
    }

    Ways or(Ways other) {
      long sum = Math.min(MANY, empty + other.empty);
      return new Ways(sum, Math.max(sum, Math.max(most, other.most)));
    }
  }

  private Ways alternatives() {
    var ways = sequence();
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      ways = ways.or(sequence());
    }
    return ways;
  }

  private Ways sequence() {
    var ways = Ways.NOTHING;
    while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
      ways = ways.then(quantified(atom()));
    }
    return ways;
  }

  private Ways atom() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> characterClass();
      case '\\' -> escape();
      case '^', '$' -> Ways.NOTHING;
      default -> Ways.READS;
    };
  }

  private Ways group() {
    boolean looksAround = false;
    if (regex.startsWith("?", at)) {
      int end = at + 1;
      while (end < regex.length() - 1 && ":=!>)".indexOf(regex.charAt(end)) < 0) {
        end++;
      }
      // with comments allowed, what looks like a group may be none
      unknown |= regex.charAt(at + 1) != '<' && regex.substring(at, end).contains("x");
      looksAround = "=!".indexOf(regex.charAt(end)) >= 0;
      at = regex.charAt(end) == ')' ? end : end + 1;
    }
    var ways = alternatives();
    at++;
    return looksAround ? new Ways(1, ways.most) : ways;
  }

  private Ways characterClass() {
    at += regex.startsWith("^", at) ? 1 : 0;
    boolean first = true;
    while (at < regex.length() && (first || regex.charAt(at) != ']')) {
      switch (regex.charAt(at++)) {
        case '[' -> characterClass();
        case '\\' -> escape();
        default -> {}
      }
      first = false;
    }
    at++;
    return Ways.READS;
  }

  private Ways escape() {
    char c = at < regex.length() ? regex.charAt(at++) : '\\';
    unknown |= c == 'Q';
    return "bBAzZGk123456789".indexOf(c) < 0 ? Ways.READS : Ways.NOTHING;
  }

  private Ways quantified(Ways atom) {
    char c = at < regex.length() ? regex.charAt(at) : ' ';
    if ("?*+{".indexOf(c) < 0) {
      return atom;
    }
    boolean optional = c == '?' || c == '*' || regex.startsWith("{0", at);
    at = c == '{' ? regex.indexOf('}', at) + 1 : at + 1;
    if (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
      at++;
    }
    return optional ? atom.or(Ways.NOTHING) : atom;
  }
}
