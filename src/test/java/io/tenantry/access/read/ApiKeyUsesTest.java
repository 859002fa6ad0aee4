package io.tenantry.access.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.MovingClock;
import io.tenantry.platform.readstore.ReadStoreContext;
import io.tenantry.platform.readstore.ReadStoreEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class ApiKeyUsesTest {

  private static final Instant NEXT_MINUTE = Stored.AT.plusSeconds(60);

  @TempDir Path folder;

  private final MovingClock clock = new MovingClock(Stored.AT.plusSeconds(5));

  @ParameterizedTest
  @EnumSource
  void givenAKeyInUse_whenStoredAndOpenedAgain_thenTheMinuteIsThere(ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      Stored.put(read, Stored.key(2, 1, false), Stored.key(3, 1, false));
      var uses = uses(read, new Keeping(read));
      uses.note(2);
      clock.move(Duration.ofSeconds(60));
      uses.note(3);
      uses.store();
    }
    try (var read = ReadStoreContext.open(engine, folder)) {
      var uses = uses(read, new Keeping(read));
      assertThat(uses.last(List.of(2L, 3L, 4L))).isEqualTo(Map.of(2L, Stored.AT, 3L, NEXT_MINUTE));
      uses.note(2);
      assertThat(uses.last(List.of(2L))).isEqualTo(Map.of(2L, NEXT_MINUTE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenAKeyInUse_whenItIsUsedAgain_thenItIsWrittenOnceAMinute(ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      Stored.put(read, Stored.key(2, 1, false));
      var kept = new Keeping(read);
      var uses = uses(read, kept);
      for (int i = 0; i < 11; i++) {
        uses.note(2);
        uses.note(2);
        uses.store();
        clock.move(Duration.ofSeconds(5));
      }
      assertThat(kept.written).isEqualTo(1);
      uses.note(2);
      uses.store();
      assertThat(kept.written).isEqualTo(2);
      assertThat(uses.last(List.of(2L))).isEqualTo(Map.of(2L, NEXT_MINUTE));
    }
  }

  @Test
  void givenAClockThatGoesBack_whenUsed_thenTheLaterMinuteStays() {
    try (var read = ReadStoreContext.open(ReadStoreEngine.EMBEDDED, folder)) {
      Stored.put(read, Stored.key(2, 1, false));
      var uses = uses(read, new Keeping(read));
      uses.note(2);
      clock.move(Duration.ofHours(-1));
      uses.note(2);
      uses.store();
      assertThat(uses.last(List.of(2L))).isEqualTo(Map.of(2L, Stored.AT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenAKeyThatIsRevokedMeanwhile_whenItsUseIsStored_thenNothingOfItStays(
      ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      Stored.put(read, Stored.key(2, 1, false));
      var uses = uses(read, new Keeping(read));
      uses.note(2);
      uses.note(3);
      uses.store();
      assertThat(read.bean(ApiKeyUseRepository.class).findByIdIn(List.of(2L, 3L)))
          .containsExactly(new ApiKeyUseDocument(2, Stored.AT.toEpochMilli()));
    }
  }

  @Test
  void givenAStoreThatIsAway_whenItIsBack_thenAllThatWasNotedIsStored() {
    try (var read = ReadStoreContext.open(ReadStoreEngine.EMBEDDED, folder)) {
      Stored.put(read, Stored.key(2, 1, false), Stored.key(3, 1, false));
      var kept = new Keeping(read);
      var uses = uses(read, kept);
      kept.away = true;
      uses.note(2);
      assertThatThrownBy(uses::store).isSameAs(Keeping.AWAY);
      clock.move(Duration.ofMinutes(5));
      uses.note(3);
      assertThatThrownBy(uses::store).isSameAs(Keeping.AWAY);
      kept.away = false;
      uses.store();

      assertThat(uses(read, kept).last(List.of(2L, 3L)))
          .isEqualTo(Map.of(2L, Stored.AT, 3L, Stored.AT.plusSeconds(300)));
    }
  }

  @Test
  void givenMoreKeysThanMemoryIsFor_whenUsed_thenItDoesNotGrow() {
    try (var read = ReadStoreContext.open(ReadStoreEngine.EMBEDDED, folder)) {
      var uses = uses(read, new Keeping(read));
      for (long id = 1; id <= ApiKeyUses.MOST + 10; id++) {
        uses.note(id);
      }
      assertThat(uses.inMemory()).isEqualTo(ApiKeyUses.MOST);
    }
  }

  @Test
  void givenUsesThatAreStored_whenTheirMinuteIsOver_thenMemoryIsEmpty() {
    try (var read = ReadStoreContext.open(ReadStoreEngine.EMBEDDED, folder)) {
      var kept = new Keeping(read);
      var uses = uses(read, kept);
      for (long id = 1; id <= 1_234; id++) {
        uses.note(id);
      }
      uses.store();
      assertThat(kept.written).isEqualTo(1_234);
      clock.move(Duration.ofMinutes(1));
      uses.store();
      assertThat(uses.inMemory()).isZero();
    }
  }

  @Test
  void givenUsesThatAreStored_whenTheServiceStops_thenTheLastOnesAreToo() {
    try (var read = ReadStoreContext.open(ReadStoreEngine.EMBEDDED, folder)) {
      Stored.put(read, Stored.key(2, 1, false));
      var kept = new Keeping(read);
      var uses = uses(read, kept);
      var storing = new ApiKeyUsesStoring(uses);
      storing.start();
      assertThat(storing.isRunning()).isTrue();
      uses.note(2);
      storing.stop();

      assertThat(storing.isRunning()).isFalse();
      assertThat(kept.written).isEqualTo(1);
      assertThat(read.bean(ApiKeyUseRepository.class).findByIdIn(List.of(2L))).hasSize(1);
    }
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void givenAStoreThatIsAway_whenStoredAgainAndAgain_thenItIsToldOnceUntilItIsBack(
      CapturedOutput output) {
    try (var read = ReadStoreContext.open(ReadStoreEngine.EMBEDDED, folder)) {
      Stored.put(read, Stored.key(2, 1, false));
      var kept = new Keeping(read);
      var uses = uses(read, kept);
      var storing = new ApiKeyUsesStoring(uses);
      uses.note(2);
      for (boolean away : new boolean[] {true, true, true, false, true, true}) {
        kept.away = away;
        storing.run();
        clock.move(Duration.ofMinutes(1));
        uses.note(2);
      }
      assertThat(output.toString().split("used last cannot be stored", -1)).hasSize(3);
    }
  }

  private ApiKeyUses uses(ReadStoreContext read, Keeping kept) {
    return new ApiKeyUses(
        kept,
        read.bean(ApiKeyUseRepository.class),
        read.bean(ApiKeyDocumentRepository.class),
        clock);
  }
}
