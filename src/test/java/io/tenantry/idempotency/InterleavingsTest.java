package io.tenantry.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.idempotency.Accounts.Order;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.sample.events.SampleHappened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.instancio.Instancio;
import org.instancio.Select;
import org.instancio.junit.InstancioExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * However senders and keys interleave, in one process and in two: what they are answered, and what
 * has happened, is a run in which one comes after the other and no key comes twice. The plans are
 * made up; a failure names the seed that makes the same again.
 */
@ExtendWith(InstancioExtension.class)
class InterleavingsTest extends KeyedTest {

  private static final int RUNS = 25;
  private static final int SENDERS = 5;
  private static final int EACH = 4;

  /** One that is to be sent. The same key may come with the same amount, or with another. */
  record Plan(boolean otherProcess, int key, int amount) {}

  /**
   * @param receipt null when it was refused
   */
  record Sent(Plan plan, Accounts.@Nullable Receipt receipt) {}

  @Test
  void givenAnyInterleaving_whenDone_thenItEqualsARunWithoutDuplicates() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      verify("run" + run);
    }
  }

  private void verify(String account) throws Exception {
    List<Plan> plans =
        Instancio.ofList(Plan.class)
            .size(SENDERS * EACH)
            .generate(Select.field(Plan::key), gen -> gen.ints().range(1, 4))
            .generate(Select.field(Plan::amount), gen -> gen.ints().range(0, 2))
            .create();

    List<Sent> all = send(account, plans);

    var history = accounts.history(account);
    var used = new HashMap<Integer, Sent>();
    for (Sent sent : all) {
      if (sent.receipt() != null) {
        Sent first = used.putIfAbsent(sent.plan().key(), sent);
        assertThat(first == null ? sent.receipt() : first.receipt()).isEqualTo(sent.receipt());
        assertThat(first == null ? sent.plan().amount() : first.plan().amount())
            .isEqualTo(sent.plan().amount());
        assertThat(sent.receipt().sum())
            .as("what had happened when it was carried out")
            .isEqualTo(sum(history, sent.receipt().version()));
      }
    }
    for (Sent sent : all) {
      if (sent.receipt() == null) {
        assertThat(used.get(sent.plan().key()))
            .as("only a key that has served another order is refused")
            .isNotNull()
            .extracting(first -> first.plan().amount())
            .isNotEqualTo(sent.plan().amount());
      }
    }
    var carriedOut = new HashSet<String>();
    used.forEach((key, sent) -> carriedOut.add(name(sent.plan())));
    carriedOut.removeIf(name -> name.endsWith("/0"));
    assertThat(history)
        .extracting(SampleHappened::what)
        .containsExactlyInAnyOrderElementsOf(carriedOut);
  }

  private List<Sent> send(String account, List<Plan> plans) throws Exception {
    Senders one = otherProcess();
    Senders other = otherProcess();
    var together = new CyclicBarrier(SENDERS);
    var all = new ArrayList<Future<List<Sent>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SENDERS; i++) {
        var mine = plans.subList(i * EACH, (i + 1) * EACH);
        all.add(
            threads.submit(
                () -> {
                  together.await();
                  return mine.stream()
                      .map(plan -> send(plan.otherProcess() ? other : one, account, plan))
                      .toList();
                }));
      }
    }
    var sent = new ArrayList<Sent>();
    for (var some : all) {
      sent.addAll(some.get());
    }
    return sent;
  }

  private static Sent send(Senders process, String account, Plan plan) {
    try {
      var order = new Order(account, name(plan), plan.amount());
      return new Sent(plan, process.send(account + "/" + plan.key(), order).receipt());
    } catch (Refusal e) {
      assertThat(e.code()).isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
      return new Sent(plan, null);
    }
  }

  private static String name(Plan plan) {
    return plan.key() + "/" + plan.amount();
  }

  private static long sum(List<SampleHappened> history, long version) {
    return history.stream().limit(version).mapToLong(SampleHappened::number).sum();
  }
}
