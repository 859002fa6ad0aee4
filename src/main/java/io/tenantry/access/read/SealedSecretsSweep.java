package io.tenantry.access.read;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Has expired secrets removed, soon after the start and each hour. */
@Component
class SealedSecretsSweep extends RecurringWork {

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration EVERY = Duration.ofHours(1);

  private final KeptSealedSecrets secrets;

  SealedSecretsSweep(KeptSealedSecrets secrets) {
    super(
        "sealed-secrets",
        FIRST,
        EVERY,
        "Secrets that have expired cannot be removed now, which is tried again");
    this.secrets = secrets;
  }

  @Override
  void work() {
    boolean more = true;
    while (more) {
      more = secrets.removeExpired() && isRunning();
    }
  }
}
