package io.tenantry.platform.security;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.tenantry.api.support.Problems;
import io.tenantry.kernel.Authority.OfTenantKey;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often a tenant, and each of its keys, may ask in a minute. It says so in the fields of
 * draft-ietf-httpapi-ratelimit-headers-10.
 */
final class RequestLimitFilter extends OncePerRequestFilter {

  private static final String POLICY = "RateLimit-Policy";
  private static final String STATE = "RateLimit";

  /** One limit, under the name that clients read. */
  private record Limit(String name, int perMinute, Buckets<Object> buckets) {

    static @Nullable Limit of(String name, int perMinute, TimeMeter time) {
      return perMinute == 0
          ? null
          : new Limit(name, perMinute, Buckets.byTheMinute(perMinute, time));
    }

    /** Null when the request may go on. */
    @Nullable Refusal take(Object bucket, HttpServletResponse response) {
      ConsumptionProbe probe = buckets.take(bucket);
      long resets = Buckets.seconds(probe.getNanosToWaitForReset());
      response.addHeader(POLICY, "\"%s\";q=%d;w=60".formatted(name, perMinute));
      response.addHeader(
          STATE, "\"%s\";r=%d;t=%d".formatted(name, probe.getRemainingTokens(), resets));
      return probe.isConsumed()
          ? null
          : Refusal.retryAfter(
              RefusalCode.TOO_MANY_REQUESTS,
              "too many requests of this " + name + " within a minute",
              Buckets.seconds(probe.getNanosToWaitForRefill()));
    }
  }

  private final @Nullable Limit perTenant;
  private final @Nullable Limit perKey;
  private final Problems problems;

  /**
   * @param perTenant requests a minute; 0 for no limit
   * @param perKey likewise
   */
  RequestLimitFilter(int perTenant, int perKey, TimeMeter time, Problems problems) {
    this.perTenant = Limit.of("tenant", perTenant, time);
    this.perKey = Limit.of("key", perKey, time);
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Refusal refusal = refusal(response);
    if (refusal == null) {
      chain.doFilter(request, response);
    } else {
      problems.write(request, response, refusal);
    }
  }

  private @Nullable Refusal refusal(HttpServletResponse response) {
    if ((perTenant == null && perKey == null)
        || !(SecurityContextHolder.getContext().getAuthentication() instanceof Admitted admitted)
        || !(admitted.getPrincipal().authority() instanceof OfTenantKey key)) {
      return null;
    }
    Refusal ofKey = perKey == null ? null : perKey.take(admitted.getName(), response);
    if (ofKey != null || perTenant == null) {
      return ofKey;
    }
    return perTenant.take(key.tenantId(), response);
  }
}
