package io.tenantry.platform.security;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** How often somebody may come with a credential that is none. A good one always passes. */
final class FailedAttempts {

  private final @Nullable Buckets<String> perAddress;

  /**
   * @param perMinute for each address; 0 for no limit
   */
  FailedAttempts(int perMinute, TimeMeter time) {
    perAddress = perMinute == 0 ? null : Buckets.flowing(perMinute, time);
  }

  /** The refusal itself, or, of one attempt too many, another. */
  Refusal answer(HttpServletRequest request, Refusal refusal) {
    if (perAddress == null || refusal.code() != RefusalCode.UNAUTHENTICATED) {
      return refusal;
    }
    ConsumptionProbe probe = perAddress.take(Addresses.holder(request.getRemoteAddr()));
    return probe.isConsumed()
        ? refusal
        : Refusal.retryAfter(
            RefusalCode.TOO_MANY_REQUESTS,
            "too many credentials from this address were none",
            Buckets.seconds(probe.getNanosToWaitForRefill()));
  }
}
