package io.tenantry.model.write;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Of how many parts a regular expression consists once each counted part stands there as often as
 * it may: {@code (ab{3}){100}} of some 400. Rather more than less.
 */
final class PatternSize {

  private static final long MOST = Long.MAX_VALUE >> 32;
  // RE2/J goes down into each group
  private static final int NESTED = 200;

  private final Deque<Long> outer = new ArrayDeque<>();
  private long group = 1;
  private long last;

  /** The next part, and of how many it consists itself. */
  void part(long parts) {
    last = parts;
    group = Math.min(MOST, group + parts);
  }

  void open() {
    if (outer.size() == NESTED) {
      group = MOST;
    }
    outer.push(group);
    group = 1;
  }

  boolean isOpen() {
    return !outer.isEmpty();
  }

  /** The group that was opened last becomes one part. */
  void close() {
    long inner = group;
    group = outer.pop();
    part(inner);
  }

  /** The last part may stand there as often as that. */
  void repeat(long most) {
    part(Math.min(MOST, last * Math.max(1, most)));
  }

  long total() {
    return group;
  }
}
