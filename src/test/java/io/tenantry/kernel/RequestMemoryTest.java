package io.tenantry.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.kernel.Memory.Part;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestMemoryTest {

  private static final long MIB = 1 << 20;

  /** Trees may take 2 MiB of it together. */
  private final Memory small = new Memory(16 * MIB, Duration.ZERO);

  @Test
  void givenAPartThatIsTaken_whenAnotherRequestAsksForMuch_thenItIsRefusedForNow() {
    occupying(
        small,
        () -> {
          try (var request = RequestMemory.open(small)) {
            assertThatThrownBy(() -> RequestMemory.take(Part.TREE, MIB))
                .isInstanceOfSatisfying(
                    Refusal.class,
                    refusal -> {
                      assertThat(refusal.code()).isEqualTo(RefusalCode.UNAVAILABLE);
                      assertThat(refusal.retryAfter()).isEqualTo(1);
                    });
            assertThat(RequestMemory.tryTake(Part.TREE, MIB)).isFalse();
          }
        });
  }

  @Test
  void givenAPartThatIsTaken_whenAnotherRequestAsksForLittleOrForAnotherPart_thenItGoesOn() {
    occupying(
        small,
        () -> {
          try (var request = RequestMemory.open(small)) {
            RequestMemory.take(Part.TREE, RequestMemory.SMALL);
            RequestMemory.take(Part.CONTENT, MIB);
          }
        });
  }

  @Test
  void givenAPartThatIsTaken_whenTheRequestHasEnded_thenWhoWaitsGoesOn() throws Exception {
    var patient = new Memory(16 * MIB, Duration.ofSeconds(30));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = RequestMemory.open(patient);
      RequestMemory.take(Part.TREE, 2 * MIB);
      var second =
          threads.submit(
              () -> {
                try (var request = RequestMemory.open(patient)) {
                  RequestMemory.take(Part.TREE, 2 * MIB);
                }
              });
      first.close();
      second.get(30, TimeUnit.SECONDS);
    }
    assertThat(patient.bytesFree(Part.TREE)).isEqualTo(2 * MIB);
  }

  @Test
  void givenMoreThanThereIs_whenTaken_thenItIsAllOfIt() {
    try (var request = RequestMemory.open(small)) {
      RequestMemory.take(Part.TREE, 1000 * MIB);
      assertThat(small.bytesFree(Part.TREE)).isZero();
    }
    assertThat(small.bytesFree(Part.TREE)).isEqualTo(2 * MIB);
  }

  @Test
  void givenWhatWasTaken_whenTakenAgain_thenOnlyWhatIsMoreCounts() {
    try (var request = RequestMemory.open(small)) {
      RequestMemory.take(Part.TREE, MIB);
      RequestMemory.take(Part.TREE, MIB / 2);
      RequestMemory.take(Part.TREE, 2 * MIB);
      assertThat(small.bytesFree(Part.TREE)).isZero();
      RequestMemory.giveBack(Part.TREE);
      assertThat(small.bytesFree(Part.TREE)).isEqualTo(2 * MIB);
    }
  }

  @Test
  void givenNoRequest_whenTaken_thenNothingIsCounted() {
    RequestMemory.take(Part.TREE, 1000 * MIB);

    assertThat(RequestMemory.tryTake(Part.TREE, 1000 * MIB)).isTrue();
  }

  /** All trees are another request's meanwhile. */
  private static void occupying(Memory memory, Runnable meanwhile) {
    int all = memory.units(Part.TREE, Long.MAX_VALUE / 2);
    assertThat(memory.tryTake(Part.TREE, all)).isTrue();
    try {
      meanwhile.run();
    } finally {
      memory.giveBack(Part.TREE, all);
    }
  }
}
