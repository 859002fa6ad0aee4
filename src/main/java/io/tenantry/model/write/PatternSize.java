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
          size.part(1);
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
    var count = COUNT.matcher(regex);
    if (count.find(from) && count.start() == from) {
      var most =
          count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
      part(Math.min(MOST, last * Math.max(1, Math.min(1_000_000, Long.parseLong(most)))));
    }
  }
}
