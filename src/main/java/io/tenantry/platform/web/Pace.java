package io.tenantry.platform.web;

import java.time.Duration;

/**
 * How slow a client may be: it may take its time at first, and from then on as long as its bytes
 * take at this rate.
 */
record Pace(Duration patience, int bytesPerSecond) {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  boolean allows(long bytes, long nanos) {
    return nanos - patience.toNanos() <= (double) bytes / bytesPerSecond * SECOND;
  }
}
