package io.tenantry.kernel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How much of the heap all requests in progress may take together. Each part is counted by itself,
 * and a request asks for them in the order in which they stand here: who holds a later one never
 * waits for an earlier one, so nobody waits in a circle.
 */
public final class Memory {

  /** What it is taken for, and its share of the heap: one in so many bytes. */
  public enum Part {
    /** Bytes of a body, until they have been read as text. */
    BODY(16),
    /** What a body says, once it is read, until the request has been answered. */
    TREE(8),
    /** What is stored and was read again: events of an aggregate, a document. */
    CONTENT(8),
    /** The part of a list that is being written. */
    LIST(8);

    private final int oneIn;

    Part(int oneIn) {
      this.oneIn = oneIn;
    }
  }

  private static final int UNIT = 1 << 10;

  private final Map<Part, Semaphore> free = new EnumMap<>(Part.class);
  private final Map<Part, Integer> all = new EnumMap<>(Part.class);
  private final Duration atMost;

  /**
   * @param heap its bytes
   * @param atMost how long a request waits for its turn
   */
  public Memory(long heap, Duration atMost) {
    this.atMost = atMost;
    for (var part : Part.values()) {
      int units = (int) Math.clamp(heap / part.oneIn / UNIT, 1, Integer.MAX_VALUE);
      all.put(part, units);
      free.put(part, new Semaphore(units, true));
    }
  }

  /** What is larger than the whole part takes all of it. */
  int units(Part part, long bytes) {
    return (int) Math.min((bytes + UNIT - 1) / UNIT, requireNonNull(all.get(part)));
  }

  boolean tryTake(Part part, int units) {
    return free(part).tryAcquire(units);
  }

  /** Whether it was free at once, or else in time, if there may be waited for it. */
  boolean take(Part part, int units, BooleanSupplier mayWait) {
    return take(part, units, 0) || (mayWait.getAsBoolean() && take(part, units, atMost.toNanos()));
  }

  /** In the order of those who ask. */
  private boolean take(Part part, int units, long nanos) {
    try {
      return free(part).tryAcquire(units, nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void giveBack(Part part, int units) {
    free(part).release(units);
  }

  /** The bytes that nobody has taken. */
  public long bytesFree(Part part) {
    return (long) free(part).availablePermits() * UNIT;
  }

  private Semaphore free(Part part) {
    return requireNonNull(free.get(part));
  }
}
