package io.tenantry.api.support;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tenantry.projection.ReadModels;
import java.util.concurrent.TimeUnit;

/** Waits for the read models, as long as is configured, and measures it. */
final class ConsistencyWaits {

  private final ReadModels readModels;
  private final ConsistencyWait wait;
  private final Timer reached;
  private final Timer pending;

  /**
   * @param of what waits: {@code write} or {@code read}
   */
  ConsistencyWaits(String of, ReadModels readModels, ConsistencyWait wait, MeterRegistry registry) {
    this.readModels = readModels;
    this.wait = wait;
    reached = timer(of, "reached", registry);
    pending = timer(of, "pending", registry);
  }

  private static Timer timer(String of, String outcome, MeterRegistry registry) {
    return Timer.builder("tenantry.consistency.wait")
        .description("How long writes, and reads with a token, wait for the read models")
        .tag("of", of)
        .tag("outcome", outcome)
        .publishPercentiles(0.5, 0.99)
        .register(registry);
  }

  boolean reached(long position) {
    long start = System.nanoTime();
    boolean there = readModels.await(position, wait.atMost());
    (there ? reached : pending).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    return there;
  }
}
