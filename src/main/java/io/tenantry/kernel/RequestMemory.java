package io.tenantry.kernel;

import io.tenantry.kernel.Memory.Part;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the request that this thread works on has taken of the {@link Memory}, until it has been
 * answered. What is small is not counted, so it never waits behind what is large; nor is what is
 * done for no request, which one thread each does, piece by piece.
 */
public final class RequestMemory implements AutoCloseable {

  /** Up to so many bytes are not counted. */
  public static final int SMALL = 16 << 10;

  private static final ThreadLocal<@Nullable RequestMemory> CURRENT = new ThreadLocal<>();

  private final Memory memory;
  private final Map<Part, Integer> taken = new EnumMap<>(Part.class);

  private RequestMemory(Memory memory) {
    this.memory = memory;
  }

  /** Begins a request, which ends when this is closed. */
  public static RequestMemory open(Memory memory) {
    var request = new RequestMemory(memory);
    CURRENT.set(request);
    return request;
  }

  /**
   * From here on the request may have that many bytes in this part, also when it has taken some
   * before.
   *
   * @throws Refusal UNAVAILABLE when there is no room in time
   */
  public static void take(Part part, long bytes) {
    var request = CURRENT.get();
    if (request != null && !request.take(part, bytes, true)) {
      throw Refusal.retryAfter(
          RefusalCode.UNAVAILABLE, "too many large requests are being worked on; try again", 1);
    }
  }

  /** As {@link #take}, but without waiting: false when there is no room now. */
  public static boolean tryTake(Part part, long bytes) {
    var request = CURRENT.get();
    return request == null || request.take(part, bytes, false);
  }

  /** The request needs that part no longer. */
  public static void giveBack(Part part) {
    var request = CURRENT.get();
    if (request != null) {
      request.release(part);
    }
  }

  private boolean take(Part part, long bytes, boolean wait) {
    int known = taken.getOrDefault(part, 0);
    int more = bytes <= SMALL ? 0 : memory.units(part, bytes) - known;
    if (more <= 0) {
      return true;
    }
    boolean free = wait ? memory.take(part, more, CostlyWork::isIn) : memory.tryTake(part, more);
    if (free) {
      taken.put(part, known + more);
    }
    return free;
  }

  private void release(Part part) {
    Integer units = taken.remove(part);
    if (units != null) {
      memory.giveBack(part, units);
    }
  }

  @Override
  public void close() {
    CURRENT.remove();
    for (var part : Part.values()) {
      release(part);
    }
  }
}
