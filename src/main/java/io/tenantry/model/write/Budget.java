package io.tenantry.model.write;

import io.tenantry.kernel.CostlyWork;
import io.tenantry.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of one command may still cost. A unit is about what RE2/J takes for a step, some
 * 20 ns; it is counted and not timed, so that the same request always has the same answer.
 */
final class Budget {

  private static final long UNITS = 5_000_000;

  /** About a millisecond: a check that takes longer waits for its turn. */
  private static final long SMALL = 50_000;

  private long left = UNITS;
  private @Nullable Refusal refused;

  /**
   * @throws Refusal UNAVAILABLE when others have too many costly checks to do
   */
  void charge(long units) {
    left -= units;
    if (left < 0) {
      throw new Exhausted();
    }
    if (left < UNITS - SMALL) {
      begin();
    }
  }

  private void begin() {
    try {
      CostlyWork.begin();
    } catch (Refusal e) {
      refused = e;
      throw e;
    }
  }

  /**
   * To be asked when the library fails: it wraps what was thrown here, and keeps no cause.
   *
   * @throws Refusal as {@link #charge} did
   */
  void requireTurn() {
    if (refused != null) {
      throw refused;
    }
  }

  /** Exhausted itself may be the cause of what a library has thrown. */
  boolean isExhausted() {
    return left < 0;
  }

  /** A check costs more than it may. */
  static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("costs too much", null, false, false);
    }
  }
}
