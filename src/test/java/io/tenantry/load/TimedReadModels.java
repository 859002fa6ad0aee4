package io.tenantry.load;

import io.tenantry.projection.ReadModels;
import java.time.Duration;

/** The service's own read models; measures how long writes wait for them. */
record TimedReadModels(ReadModels real, Timings waits) implements ReadModels {

  /** An automation would wait longer than that; its waits are not of a write. */
  private static final Duration WRITES_WAIT = Duration.ofSeconds(2);

  @Override
  public boolean await(long position, Duration atMost) {
    long start = System.nanoTime();
    boolean reached = real.await(position, atMost);
    if (atMost.compareTo(WRITES_WAIT) <= 0) {
      waits.since(start);
    }
    return reached;
  }

  @Override
  public boolean caughtUp() {
    return real.caughtUp();
  }
}
