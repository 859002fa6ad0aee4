package io.tenantry.projection;

import java.time.Duration;

/** How far the read models are. */
public interface ReadModels {

  /**
   * Waits until every read model has reached the position.
   *
   * @param position of an event; 0 is always reached
   * @return whether it was reached in time; false before that time when the service stops
   */
  boolean await(long position, Duration atMost);

  /** Whether the read models have reached the head that this process found when it started. */
  boolean caughtUp();
}
