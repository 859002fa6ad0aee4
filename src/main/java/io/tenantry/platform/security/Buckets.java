package io.tenantry.platform.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderBuildStage;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderRefillStage;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A bucket of tokens for each of many, as many of them as memory has room for. */
final class Buckets<K> {

  static final Duration MINUTE = Duration.ofMinutes(1);

  private static final int MOST = 100_000;

  private final LoadingCache<K, Bucket> buckets;

  private Buckets(
      long capacity,
      Function<BandwidthBuilderRefillStage, BandwidthBuilderBuildStage> refill,
      TimeMeter time) {
    // untouched for a minute it is full again, as a new one is
    buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(MINUTE)
            .build(
                key ->
                    Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> refill.apply(limit.capacity(capacity)))
                        .build());
  }

  /** Filled up little by little. */
  static <K> Buckets<K> flowing(long perMinute, TimeMeter time) {
    return new Buckets<>(perMinute, refill -> refill.refillGreedy(perMinute, MINUTE), time);
  }

  /** Filled up a minute after the first token is taken, and so on. */
  static <K> Buckets<K> byTheMinute(long perMinute, TimeMeter time) {
    return new Buckets<>(perMinute, refill -> refill.refillIntervally(perMinute, MINUTE), time);
  }

  ConsumptionProbe take(K key) {
    return buckets.get(key).tryConsumeAndReturnRemaining(1);
  }

  /** Whole seconds, so that who waits that long does not come too early. */
  static long seconds(long nanos) {
    return Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
  }
}
