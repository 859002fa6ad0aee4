package io.tenantry.idempotency;

import io.tenantry.kernel.Outcome;
import io.tenantry.kernel.Outcomes;
import io.tenantry.kernel.ResourceKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the module that knows what a command came to. */
final class KnownOutcomes {

  private final Map<Class<?>, Outcomes<?>> byType = new HashMap<>();
  private final Map<ResourceKind, Outcomes<?>> byKind = new EnumMap<>(ResourceKind.class);

  KnownOutcomes(Collection<Outcomes<?>> all) {
    for (var one : all) {
      if (byType.put(one.type(), one) != null || byKind.put(one.kind(), one) != null) {
        throw new IllegalStateException("two that know the outcomes of a " + one.kind().word());
      }
    }
  }

  Outcome of(@Nullable Object result) {
    var known = result == null ? null : byType.get(result.getClass());
    if (result == null || known == null) {
      throw new IllegalStateException("nobody can answer again with this result: " + result);
    }
    return outcome(known, result);
  }

  private static <R> Outcome outcome(Outcomes<R> known, Object result) {
    return known.of(known.type().cast(result));
  }

  Object restore(Outcome outcome) {
    var known = byKind.get(outcome.kind());
    if (known == null) {
      throw new IllegalStateException("nobody knows the outcomes of a " + outcome.kind().word());
    }
    return known.restore(outcome);
  }
}
