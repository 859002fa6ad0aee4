package io.tenantry.model.write;

/**
 * What the checks of one command may still cost. A unit is about what RE2/J takes for a step, some
 * 20 ns; it is counted and not timed, so that the same request always has the same answer.
 */
final class Budget {

  private static final long UNITS = 5_000_000;

  private long left = UNITS;

  void charge(long units) {
    left -= units;
    if (left < 0) {
      throw new Exhausted();
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
