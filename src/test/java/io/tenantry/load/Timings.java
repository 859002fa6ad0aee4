package io.tenantry.load;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long things took. */
final class Timings {

  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  void since(long start) {
    nanos.add(System.nanoTime() - start);
  }

  int count() {
    return nanos.size();
  }

  void clear() {
    nanos.clear();
  }

  /** In milliseconds. */
  double percentile(double share) {
    var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, (long) (sorted.length * share))] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "n=%d p50=%.2f p99=%.2f max=%.2f ms",
        count(),
        percentile(0.5),
        percentile(0.99),
        percentile(1));
  }
}
