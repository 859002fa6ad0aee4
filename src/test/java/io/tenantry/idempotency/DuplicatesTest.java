package io.tenantry.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.idempotency.Accounts.Order;
import io.tenantry.idempotency.Accounts.Receipt;
import io.tenantry.idempotency.Senders.Answer;
import io.tenantry.kernel.Authority;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What becomes of commands that come more than once: in turn, at once, from several processes. */
class DuplicatesTest extends KeyedTest {

  private static final Order ORDER = new Order("a", "tea", 3);

  @Test
  void givenACommandThatIsDone_whenSentAgain_thenItAnswersAsItDid() {
    Answer first = senders().send("k", ORDER);
    senders().send("other", new Order("a", "more tea", 4));
    Answer again = senders().send("k", ORDER);

    assertThat(first.receipt()).isEqualTo(new Receipt("a", 1, 3));
    assertThat(first.replayed()).isFalse();
    assertThat(again.receipt()).isEqualTo(first.receipt());
    assertThat(again.replayed()).isTrue();
    assertThat(again.position()).isEqualTo(first.position()).isEqualTo("2");
    assertThat(again.shown()).containsExactlyEntriesOf(Map.of("what", "tea"));
    assertThat(accounts.history("a")).hasSize(2);
  }

  @Test
  void givenACommandThatChangesNothing_whenSentAgain_thenItsRecordAloneAnswers() {
    Order nothing = new Order("a", "nothing", 0);
    Answer first = senders().send("k", nothing);
    senders().send("other", ORDER);

    assertThat(first.position()).as("of the record").isEqualTo("1");
    assertThat(senders().send("k", nothing))
        .usingRecursiveComparison()
        .ignoringFields("replayed", "shown")
        .isEqualTo(first);
    assertThat(accounts.history("a")).hasSize(1);
  }

  @Test
  void givenAKeyThatIsUsed_whenSentWithAnotherRequest_thenRefusedAndNothingHappens() {
    senders().send("k", ORDER);

    assertThatThrownBy(() -> senders().send("k", new Order("b", "tea", 3)))
        .isInstanceOfSatisfying(
            Refusal.class,
            e -> {
              assertThat(e.code()).isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
              assertThat(e.details())
                  .containsEntry("method", "POST")
                  .containsEntry("path", "/orders")
                  .containsKey("first_seen");
            });
    assertThat(accounts.history("b")).isEmpty();
  }

  @Test
  void givenARefusal_whenSentAgain_thenTheKeyIsFree() {
    assertRefused(() -> senders().send("k", new Order("a", "tea", -1)), RefusalCode.CONFLICT);

    assertThat(senders().send("k", ORDER).replayed()).isFalse();
  }

  @Test
  void givenWhoMayNoMore_whenSentAgain_thenThatIsToldFirst() {
    senders().send("k", ORDER);

    var viewer = new Authority.OfTenantKey(10_000, Role.VIEWER);
    var result = senders().once("k", ORDER, viewer);
    Refusal refusal = senders().refusals().find(result.exceptionResult());
    assertThat(refusal).isNotNull().extracting(Refusal::code).isEqualTo(RefusalCode.FORBIDDEN);
  }

  @Test
  void givenARecordOfAnEarlierVersion_whenSentAgain_thenItsFormerFingerprintIsKnown() {
    Senders process = otherProcess();
    String hash = Attempt.keyHash("operator", "k");
    var earlier = new Attempt(hash, "former", "former", "POST", "/orders");
    var later = new Attempt(hash, "new", "former", "POST", "/orders");
    var other = new Attempt(hash, "new", "another", "POST", "/orders");
    assertThat(process.once(earlier, ORDER, Authority.OPERATOR).isExceptional()).isFalse();
    assertThat(Replay.of(process.once(later, ORDER, Authority.OPERATOR))).isNotNull();
    assertThat(
            process
                .refusals()
                .find(process.once(other, ORDER, Authority.OPERATOR).exceptionResult()))
        .isNotNull()
        .extracting(Refusal::code)
        .isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
    assertThat(accounts.history("a")).hasSize(1);
  }

  @Test
  void givenTheFirstUnderWay_whenSentAgain_thenItWaitsAndAnswersTheSame() throws Exception {
    var entered = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    accounts.meanwhile = order -> held(entered, release);
    Senders process = otherProcess();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> process.send("k", ORDER));
      assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
      var duplicates = new ArrayList<Future<Answer>>();
      for (int i = 0; i < 20; i++) {
        duplicates.add(threads.submit(() -> process.send("k", ORDER)));
      }
      await(() -> counted("waited") == 20);
      accounts.meanwhile = order -> Assertions.fail("a duplicate was carried out");
      release.countDown();

      for (var duplicate : duplicates) {
        assertThat(duplicate.get(30, TimeUnit.SECONDS).receipt()).isEqualTo(first.get().receipt());
      }
    }
    assertThat(accounts.history("a")).hasSize(1);
    assertThat(counted("executed")).isEqualTo(1);
    assertThat(counted("replayed")).isEqualTo(20);
  }

  @Test
  void givenTheFirstIsRefused_whenOthersWait_thenOneOfThemIsNext() throws Exception {
    var entered = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var asked = new AtomicInteger();
    accounts.meanwhile =
        order -> {
          if (asked.incrementAndGet() == 1) {
            held(entered, release);
            throw Refusal.of(RefusalCode.UNAVAILABLE, "not now");
          }
        };
    Senders process = otherProcess();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> process.send("k", ORDER));
      assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
      var others =
          List.of(
              threads.submit(() -> process.send("k", ORDER)),
              threads.submit(() -> process.send("k", ORDER)));
      await(() -> counted("waited") == 2);
      release.countDown();

      assertThatThrownBy(first::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(Refusal.class);
      assertThat(others.get(0).get().receipt()).isEqualTo(others.get(1).get().receipt());
    }
    assertThat(accounts.history("a")).hasSize(1);
    assertThat(asked).hasValue(2);
  }

  @Test
  void givenTheFirstTakesTooLong_whenSentAgain_thenItIsSaidToBeInUse() throws Exception {
    var entered = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    accounts.meanwhile = order -> held(entered, release);
    Senders process = otherProcess(bus(), Duration.ofMillis(20));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> process.send("k", ORDER));
      assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();

      assertRefused(() -> process.send("k", ORDER), RefusalCode.IDEMPOTENCY_KEY_IN_USE);
      release.countDown();
      assertThat(first.get().replayed()).isFalse();
    }
    assertThat(process.send("k", ORDER).replayed()).isTrue();
    assertThat(counted("timed_out")).isEqualTo(1);
  }

  @Test
  void givenSeveralProcesses_whenTheySendAtOnce_thenTheStoreTakesOne() throws Exception {
    for (int round = 0; round < 20; round++) {
      String key = "k" + round;
      Order order = new Order("account" + round, "tea", 1);
      var together = new CyclicBarrier(16);
      var answers = new ArrayList<Future<Answer>>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 16; i++) {
          Senders process = otherProcess();
          answers.add(
              threads.submit(
                  () -> {
                    together.await();
                    return process.send(key, order);
                  }));
        }
      }
      int first = 0;
      for (var answer : answers) {
        assertThat(answer.get().receipt()).isEqualTo(new Receipt(order.account(), 1, 1));
        first += answer.get().replayed() ? 0 : 1;
      }
      assertThat(first).isEqualTo(1);
      assertThat(accounts.history(order.account())).hasSize(1);
    }
  }

  @Test
  void givenACommitOfWhichNobodyKnows_whenItHasArrived_thenItsRecordAnswers() {
    // such as a disk that wrote and then failed to say so
    Senders process = otherProcess(new Failing(bus(), true), Duration.ofSeconds(5));

    Answer answer = process.send("k", ORDER);
    assertThat(answer.receipt()).isEqualTo(new Receipt("a", 1, 3));
    assertThat(answer.replayed()).isTrue();
    assertThat(accounts.history("a")).hasSize(1);
  }

  @Test
  void givenACrashBeforeTheCommit_whenSentAgain_thenItIsCarriedOut() {
    Senders crashing = otherProcess(new Failing(bus(), false), Duration.ofSeconds(5));
    assertThat(crashing.once("k", ORDER, Authority.OPERATOR).isExceptional()).isTrue();
    assertThat(accounts.history("a")).isEmpty();

    assertThat(senders().send("k", ORDER).replayed()).isFalse();
    assertThat(accounts.history("a")).hasSize(1);
  }

  @Test
  void givenAProcessThatHasEnded_whenAnotherIsStarted_thenItAnswersTheSame() {
    Answer first = senders().send("k", ORDER);
    stop();
    start();

    assertThat(senders().send("k", ORDER).receipt()).isEqualTo(first.receipt());
    assertThat(accounts.history("a")).hasSize(1);
  }

  private static void held(CountDownLatch entered, CountDownLatch release) {
    entered.countDown();
    try {
      assertThat(release.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(ThrowingCallable call, RefusalCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it has not come to pass within 30 s").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
