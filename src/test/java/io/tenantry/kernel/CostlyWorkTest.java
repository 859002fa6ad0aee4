package io.tenantry.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class CostlyWorkTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<String> served = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @Test
  void givenAPartyThatHasItsHalf_whenItAsksForMore_thenItIsRefusedForNowAndAnotherIsNot() {
    var work = new CostlyWork(2, 20, Duration.ZERO);
    try (var first = begun(work, "a")) {
      try (var second = work.open("a")) {
        assertThatThrownBy(CostlyWork::begin)
            .isInstanceOfSatisfying(
                Refusal.class,
                refusal -> {
                  assertThat(refusal.code()).isEqualTo(RefusalCode.UNAVAILABLE);
                  assertThat(refusal.retryAfter()).isEqualTo(1);
                });
      }
      begun(work, "b").close();
    }
    begun(work, "a").close();
  }

  @Test
  void givenAllTurnsTaken_whenSomethingIsRunWithoutAny_thenItRuns() {
    var work = new CostlyWork(2, 20, Duration.ZERO);
    try (var a = begun(work, "a");
        var b = begun(work, "b")) {
      b.close();
      // this thread has no share now
      CostlyWork.begin();
      assertThat(CostlyWork.run(() -> "done")).isEqualTo("done");
    }
  }

  @Test
  void givenAPartyWithAllItsPlaces_whenOneMoreComes_thenItIsRefusedWithoutWaiting() {
    var work = new CostlyWork(2, 4, LONG);
    try (var first = entered(work, "a");
        var second = entered(work, "a");
        var third = work.open("a")) {
      assertThatThrownBy(CostlyWork::enter).isInstanceOf(Refusal.class);
      assertThatThrownBy(CostlyWork::begin).isInstanceOf(Refusal.class);
      entered(work, "b").close();
    }
    begun(work, "a").close();
  }

  @Test
  void givenTwoPartiesThatFlood_whenAThirdComes_thenItIsServedBeforeTheirQueues() throws Exception {
    var work = new CostlyWork(2, 100, LONG);
    try (var a = begun(work, "a");
        var b = begun(work, "b")) {
      for (int i = 0; i < 5; i++) {
        ask(work, "a");
        ask(work, "b");
      }
      ask(work, "c");
    }
    for (var thread : threads) {
      thread.join();
    }
    assertThat(served).hasSize(11);
    assertThat(served.indexOf("c")).isLessThan(4);
  }

  @Test
  void givenWorkThatWasPaused_whenItGoesOn_thenItHasATurnAgain() throws Exception {
    var work = new CostlyWork(1, 10, LONG);
    try (var mine = begun(work, "a")) {
      ask(work, "b");
      assertThat(served).isEmpty();
      CostlyWork.pause();
      threads.getFirst().join();
      CostlyWork.goOn();
      ask(work, "b");
      assertThat(served).containsExactly("b");
    }
    threads.getLast().join();
    assertThat(served).containsExactly("b", "b");
  }

  @Test
  void givenAnotherParty_whenItIsSaidInTime_thenTheWorkIsThatParties() {
    var work = new CostlyWork(2, 20, Duration.ZERO);
    try (var a = begun(work, "a");
        var other = work.open("a")) {
      CostlyWork.actFor("b");
      CostlyWork.begin();
    }
  }

  private static CostlyWork.Share begun(CostlyWork work, String party) {
    var share = work.open(party);
    CostlyWork.begin();
    return share;
  }

  private static CostlyWork.Share entered(CostlyWork work, String party) {
    var share = work.open(party);
    CostlyWork.enter();
    return share;
  }

  /** On a thread of its own, which waits by the time this returns. */
  private void ask(CostlyWork work, String party) {
    var thread =
        new Thread(
            () -> {
              try (var share = begun(work, party)) {
                served.add(party);
              }
            });
    threads.add(thread);
    thread.start();
    Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
  }
}
