package io.tenantry.model.write;

import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Of how many parts a regular expression consists once each counted part stands there as often as
 * it may: {@code (ab{3}){100}} of some 400. Rather more than less; what is no regular expression
 * has some size too.
 */
final class PatternSize {

  private static final long MOST = Long.MAX_VALUE >> 32;
  // RE2/J goes down into each group
  private static final int NESTED = 200;
  // a Unicode property is a class of some hundred ranges
  private static final int PROPERTY = 100;
  private static final int COUNTED = 20;
  private static final Pattern COUNT = Pattern.compile("([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");

  private final Deque<Long> outer = new ArrayDeque<>();
  private long group = 1;
  private long last;

  private PatternSize() {}

  static long of(String regex) {
    var size = new PatternSize();
    for (int i = 0; i < regex.length(); i++) {
      switch (regex.charAt(i)) {
        case '\\' -> {
          boolean property = regex.startsWith("p", i + 1) || regex.startsWith("P", i + 1);
          size.part(property ? PROPERTY : 1);
          i++;
        }
        case '(' -> size.open();
        case ')' -> size.close();
        case '{' -> size.repeat(regex, i + 1);
        default -> size.part(1);
      }
    }
    while (!size.outer.isEmpty()) {
      size.close();
    }
    return size.group;
  }

  private void part(long parts) {
    last = parts;
    group = Math.min(MOST, group + parts);
  }

  private void open() {
    if (outer.size() == NESTED) {
      group = MOST;
    }
    outer.push(group);
    group = 1;
  }

  private void close() {
    if (!outer.isEmpty()) {
      long inner = group;
      group = outer.pop();
      part(inner);
    }
  }

  private void repeat(String regex, int from) {
    // no further than a count can reach, else many braces would be looked through again and again
    var count = COUNT.matcher(regex.substring(from, Math.min(regex.length(), from + COUNTED)));
    if (count.lookingAt()) {
      var most =
          count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
      part(Math.min(MOST, last * Math.max(1, Math.min(1_000_000, Long.parseLong(most)))));
    }
  }
}
