package io.tenantry.usage.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.usage.StorageCommand;
import io.tenantry.usage.StorageCommand.EndStorageLeases;
import io.tenantry.usage.StorageCommand.LeaseStorage;
import io.tenantry.usage.events.StorageEvent;
import io.tenantry.usage.events.StorageLeaseEnded;
import io.tenantry.usage.events.StorageLeased;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StorageLedgerDeciderTest {

  private static final long T = 10001;
  private static final Set<String> BOTH = Set.of("a", "b");

  @Test
  void givenPlenty_whenLeased_thenMoreThanNeededButASmallPart() {
    assertThat(decided(lease("a", 0, 16_000, 10))).containsExactly(leased("a", 0, 1_000));
    assertThat(decided(lease("a", 8_000, 16_000, 10))).containsExactly(leased("a", 8_000, 500));
    assertThat(decided(lease("a", 0, 16_000, 3_000))).containsExactly(leased("a", 0, 3_000));
    assertThat(decided(lease("a", 0, Long.MAX_VALUE, 1)))
        .containsExactly(leased("a", 0, StorageLedgerDecider.MOST));
  }

  @Test
  void givenNobodyElse_whenLeased_thenAllThatIsLeft() {
    assertThat(decided(new LeaseStorage(T, "a", Set.of("a"), 900, 1_000, 7)))
        .containsExactly(leased("a", 900, 100));
    assertThat(decided(new LeaseStorage(T, "a", Set.of("a"), 0, Long.MAX_VALUE, 7)))
        .containsExactly(leased("a", 0, StorageLedgerDecider.MOST));
  }

  @Test
  void givenLittleLeft_whenLeased_thenWhatIsNeededAlone() {
    assertThat(decided(lease("a", 900, 1_000, 7))).containsExactly(leased("a", 900, 7));
    assertThat(decided(lease("a", 900, 1_000, 100))).containsExactly(leased("a", 900, 100));
  }

  @Test
  void givenLessThanNeeded_whenLeased_thenRefusedWithTheFigures() {
    for (var command :
        List.of(lease("a", 900, 1_000, 101), lease("a", 1_000, 1_000, 1), lease("a", 9, 5, 1))) {
      assertThatThrownBy(() -> decided(command))
          .isInstanceOfSatisfying(
              Refusal.class,
              e -> {
                assertThat(e.code()).isEqualTo(RefusalCode.QUOTA_EXCEEDED);
                assertThat(e.numbers())
                    .isEqualTo(
                        Map.of(
                            "storage_used", command.used(),
                            "storage_quota", command.quota(),
                            "storage_needed", command.needed()));
              });
    }
  }

  @Test
  void givenLeaseOfAnother_whenLeased_thenThatIsLeftToIt() {
    var held = leased("b", 0, 600);

    assertThat(decided(lease("a", 0, 1_000, 400), held)).containsExactly(leased("a", 0, 400));
    assertThatThrownBy(() -> decided(lease("a", 0, 1_000, 401), held)).isInstanceOf(Refusal.class);
  }

  @Test
  void givenLeaseOfItsOwn_whenLeased_thenItIsReplaced() {
    assertThat(decided(lease("a", 0, 1_000, 900), leased("a", 0, 800)))
        .containsExactly(leased("a", 0, 900));
  }

  @Test
  void givenLeaseOfAProcessThatIsNoMore_whenLeased_thenItIsEndedAndFree() {
    assertThat(decided(lease("a", 0, 1_000, 1_000), leased("gone", 0, 800)))
        .containsExactly(new StorageLeaseEnded(T, "gone"), leased("a", 0, 1_000));
  }

  @Test
  void givenLeases_whenEnded_thenThoseOfOthersAliveStay() {
    StorageEvent[] history = {leased("a", 0, 1), leased("b", 0, 2), leased("gone", 0, 3)};

    assertThat(decided(new EndStorageLeases(T, "a", BOTH), history))
        .containsExactly(new StorageLeaseEnded(T, "a"), new StorageLeaseEnded(T, "gone"));
    assertThat(
            decided(
                new EndStorageLeases(T, "a", BOTH),
                leased("a", 0, 1),
                new StorageLeaseEnded(T, "a")))
        .isEmpty();
  }

  private static StorageLeased leased(String holder, long used, long bytes) {
    return new StorageLeased(T, holder, used, bytes);
  }

  private static LeaseStorage lease(String holder, long used, long quota, long needed) {
    return new LeaseStorage(T, holder, BOTH, used, quota, needed);
  }

  private static List<StorageEvent> decided(StorageCommand command, StorageEvent... history) {
    var state = StorageLedgerState.NONE;
    for (var event : history) {
      state = state.evolve(event);
    }
    return StorageLedgerDecider.decide(state, command);
  }
}
