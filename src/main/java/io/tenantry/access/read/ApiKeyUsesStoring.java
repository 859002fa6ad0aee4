package io.tenantry.access.read;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Has uses of keys stored every few seconds, and for the last time when nobody can use one more.
 */
@Component
class ApiKeyUsesStoring extends RecurringWork {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final ApiKeyUses uses;

  ApiKeyUsesStoring(ApiKeyUses uses) {
    super(
        "api-key-uses",
        EVERY,
        EVERY,
        "When API keys were used last cannot be stored now, and is tried again");
    this.uses = uses;
  }

  @Override
  void work() {
    uses.store();
  }

  @Override
  void finish() {
    run();
  }
}
