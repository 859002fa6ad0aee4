package io.tenantry.idempotency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts what becomes of attempts; one that has waited is counted once more for what it came to.
 */
@Component
final class AttemptMetrics {

  private final Counter executed;
  private final Counter replayed;
  private final Counter mismatched;
  private final Counter waited;
  private final Counter timedOut;

  AttemptMetrics(MeterRegistry registry) {
    executed = counter(registry, "executed");
    replayed = counter(registry, "replayed");
    mismatched = counter(registry, "mismatched");
    waited = counter(registry, "waited");
    timedOut = counter(registry, "timed_out");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("tenantry.idempotency.attempts")
        .description("What became of writes with an Idempotency-Key")
        .tag("outcome", outcome)
        .register(registry);
  }

  void executed() {
    executed.increment();
  }

  void replayed() {
    replayed.increment();
  }

  void mismatched() {
    mismatched.increment();
  }

  void waited() {
    waited.increment();
  }

  void timedOut() {
    timedOut.increment();
  }
}
