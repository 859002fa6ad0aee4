package io.tenantry.load;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Looks from outside whether a service has done what follows from events. */
final class Settled {

  private static final Duration SOON = Duration.ofSeconds(60);

  private Settled() {}

  /** Waits until nothing of a deleted tenant is left, and the read models say so too. */
  static void await(Path folder) {
    Awaitility.await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              var fold = Fold.of(folder);
              return fold.orphans().isEmpty() && Tables.read(folder).equals(fold.tables());
            });
  }
}
