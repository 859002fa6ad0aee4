package io.tenantry.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

  private static final class Clock implements TimeMeter {
    private long now;

    @Override
    public long currentTimeNanos() {
      return now;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }

    void pass(Duration time) {
      now += time.toNanos();
    }
  }

  private final Clock clock = new Clock();

  @Test
  void givenFlowingBuckets_whenOneIsEmpty_thenTheOthersAreNotAndItFillsLittleByLittle() {
    Buckets<String> buckets = Buckets.flowing(60, clock);
    for (int i = 0; i < 60; i++) {
      assertThat(buckets.take("a").isConsumed()).isTrue();
    }
    assertThat(Buckets.seconds(buckets.take("a").getNanosToWaitForRefill())).isEqualTo(1);
    assertThat(buckets.take("b").isConsumed()).isTrue();
    clock.pass(Duration.ofSeconds(1));
    assertThat(buckets.take("a").isConsumed()).isTrue();
    assertThat(buckets.take("a").isConsumed()).isFalse();
  }

  @Test
  void givenBucketsByTheMinute_whenOneIsEmpty_thenItFillsAMinuteAfterItsFirst() {
    Buckets<String> buckets = Buckets.byTheMinute(2, clock);
    buckets.take("a");
    clock.pass(Duration.ofSeconds(20));
    assertThat(buckets.take("a").isConsumed()).isTrue();
    assertThat(Buckets.seconds(buckets.take("a").getNanosToWaitForRefill())).isEqualTo(40);
    clock.pass(Duration.ofSeconds(40));
    assertThat(buckets.take("a").getRemainingTokens()).isEqualTo(1);
  }
}
