package io.tenantry.access.read;

import static io.tenantry.access.read.Sealed.OPENER;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.MovingClock;
import io.tenantry.platform.readstore.ReadStoreContext;
import io.tenantry.platform.readstore.ReadStoreEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.domain.Limit;

class SealedSecretsSweepTest {

  private static final int MANY = KeptSealedSecrets.REMOVED_AT_ONCE * 2 + 3;

  @TempDir Path folder;

  private final MovingClock clock = new MovingClock(Stored.AT);

  @ParameterizedTest
  @EnumSource
  void givenOldAndYoungSecrets_whenSwept_thenThoseThatHaveExpiredAreGoneAlone(
      ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      var kept = new Keeping(read);
      var secrets = secrets(read, kept);
      String old = requireNonNull(secrets.seal(Sealed.token(), OPENER));
      clock.move(Duration.ofMillis(1));
      String young = requireNonNull(secrets.seal(Sealed.token(), OPENER));
      clock.move(KeptSealedSecrets.SHOWN_FOR.minusMillis(1));
      new SealedSecretsSweep(secrets).run();

      var left = read.bean(SealedSecretRepository.class);
      assertThat(left.findById(old)).isEmpty();
      assertThat(left.findById(young)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenManyThatHaveExpired_whenSwept_thenAllAreRemovedInBatchesThatOthersCanWaitFor(
      ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      var kept = new Keeping(read);
      expired(kept);
      var sweep = new SealedSecretsSweep(secrets(read, kept));
      sweep.start();
      sweep.run();
      sweep.stop();

      assertThat(left(read)).isZero();
      assertThat(kept.mostRemovedAtOnce).isEqualTo(KeptSealedSecrets.REMOVED_AT_ONCE);
    }
  }

  @Test
  void givenManyThatHaveExpired_whenTheServiceHasStopped_thenTheSweepEndsWithItsBatch() {
    try (var read = ReadStoreContext.open(ReadStoreEngine.EMBEDDED, folder)) {
      var kept = new Keeping(read);
      expired(kept);
      new SealedSecretsSweep(secrets(read, kept)).run();

      assertThat(left(read)).isEqualTo(MANY - KeptSealedSecrets.REMOVED_AT_ONCE);
    }
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void givenAStoreThatIsAway_whenSweptAgainAndAgain_thenItIsToldOnceUntilItIsBack(
      CapturedOutput output) {
    try (var read = ReadStoreContext.open(ReadStoreEngine.EMBEDDED, folder)) {
      var kept = new Keeping(read);
      var sweep = new SealedSecretsSweep(secrets(read, kept));
      expired(kept);
      for (boolean away : new boolean[] {true, true, false, true, true}) {
        kept.away = away;
        sweep.run();
      }
      assertThat(output.toString().split("expired cannot be removed", -1)).hasSize(3);
      assertThat(left(read)).isEqualTo(MANY - KeptSealedSecrets.REMOVED_AT_ONCE);
    }
  }

  private KeptSealedSecrets secrets(ReadStoreContext read, Keeping kept) {
    return Sealed.in(read, kept, clock, Sealed.SERVER);
  }

  private void expired(Keeping kept) {
    kept.put(
        SealedSecretDocument.class,
        IntStream.range(0, MANY)
            .mapToObj(i -> new SealedSecretDocument("s" + i, "", clock.millis() - i % 2))
            .toList());
  }

  private static int left(ReadStoreContext read) {
    return read.bean(SealedSecretRepository.class)
        .findByExpiresAtLessThanEqualOrderByExpiresAt(Long.MAX_VALUE, Limit.unlimited())
        .size();
  }
}
