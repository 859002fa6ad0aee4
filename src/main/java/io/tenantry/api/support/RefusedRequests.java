package io.tenantry.api.support;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tenantry.kernel.RefusalCode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests that were refused for who sent them, as {@code tenantry.requests.refused} by
 * reason. Tenants and keys are no labels: they would name themselves to whoever reads metrics.
 */
final class RefusedRequests {

  enum Reason {
    UNAUTHENTICATED,
    FORBIDDEN,
    TENANT_INACTIVE,
    /** Answered as if that tenant were not there. */
    OTHER_TENANT,
    TOO_MANY_REQUESTS
  }

  private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);

  RefusedRequests(MeterRegistry registry) {
    for (Reason reason : Reason.values()) {
      counters.put(
          reason,
          Counter.builder("tenantry.requests.refused")
              .description("Requests refused for who sent them")
              .tag("reason", reason.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  void count(Reason reason) {
    Counter counter = counters.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }

  /** Counts an answer, if its refusal is one of access. */
  void count(RefusalCode code) {
    Reason reason = reason(code);
    if (reason != null) {
      count(reason);
    }
  }

  @SuppressWarnings("EnumSwitch") // the others are no matter of access
  private static @Nullable Reason reason(RefusalCode code) {
    return switch (code) {
      case UNAUTHENTICATED -> Reason.UNAUTHENTICATED;
      case FORBIDDEN -> Reason.FORBIDDEN;
      case TENANT_INACTIVE -> Reason.TENANT_INACTIVE;
      case TOO_MANY_REQUESTS -> Reason.TOO_MANY_REQUESTS;
      default -> null;
    };
  }
}
