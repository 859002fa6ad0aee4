package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 64 writers at the edge of one tenant's quota, which moves, and a process that is killed. */
class QuotaRaceTest {

  private static final int WRITERS = 64;
  private static final long QUOTA = 100_000;
  private static final long LOWERED = 80_000;
  // a tenant and its default one
  private static final long TENANT = 10001;
  private static final String APP = "/api/v1/tenants/" + TENANT + "/properties/applications/quota";

  @TempDir Path parent;

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "AXON_SERVER"})
  void given64Writers_whenTheyFillATenantWhoseQuotaMoves_thenNeverAByteOver(Engines engines)
      throws Exception {
    engines.use(parent);
    race(1_500);
  }

  @Tag("long")
  @Test
  void given64Writers_whenTheyFillATenantForLong_thenNeverAByteOver() throws Exception {
    Engines.chosen().use(parent);
    race(15_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "AXON_SERVER"})
  void given64Writers_whenTheProcessIsKilled_thenNoByteIsOverAndNoneIsLost(Engines engines)
      throws Exception {
    engines.use(parent.resolve("data"));
    kills(1);
  }

  @Tag("long")
  @Test
  void given64Writers_whenTheProcessIsKilledThreeTimes_thenNoByteIsOverAndNoneIsLost()
      throws Exception {
    Engines.chosen().use(parent.resolve("data"));
    kills(3);
  }

  private void race(int wanted) throws Exception {
    try (var app = App.start(parent);
        var api = new Api(app.port)) {
      register(api);
      try (var crowd = Crowd.start(WRITERS, number -> write(api, number, wanted))) {
        for (int next = 0; asked.get() < wanted && !crowd.failed(); next += wanted / 30) {
          int then = next;
          Awaitility.await()
              .atMost(Duration.ofMinutes(2))
              .until(() -> asked.get() >= Math.min(then, wanted) || crowd.failed());
          assertThat(quota(api, next / (wanted / 30) % 2 == 0 ? LOWERED : QUOTA)).isEqualTo(200);
        }
        crowd.join();
      }
      quota(api, QUOTA);
      fill(api, "race");
      app.awaitQuiet();
    }
    report("race", parent);
  }

  private void kills(int rounds) throws Exception {
    var folder = parent.resolve("data");
    try (var server = new RestartedServer(folder)) {
      server.untilAnswered(QuotaRaceTest::register);
      for (int round = 0; round < rounds; round++) {
        int until = asked.get() + 1_000;
        try (var crowd = Crowd.start(WRITERS, number -> writeAnswered(server, number, until))) {
          Awaitility.await()
              .atMost(Duration.ofMinutes(2))
              .until(() -> asked.get() >= until - 500 || crowd.failed());
          server.restart();
          crowd.join();
        }
      }
      server.untilAnswered(api -> fill(api, "kills"));
      assertThat(server.terminate()).doesNotContain("ERROR");
    }
    report("kill -9", folder);
  }

  private void report(String what, Path folder) throws Exception {
    var audit = QuotaAudit.of(folder);
    assertThat(audit.used(TENANT)).isEqualTo(QUOTA);
    assertThat(refused.get()).isPositive();
    assertThat(Tables.read(folder)).isEqualTo(Fold.of(folder).tables());
    System.out.printf(
        "[load] quota, %s: %d writers, %d writes asked, %d refused, %d grew, %d leases, 0 over%n",
        what, WRITERS, asked.get(), refused.get(), audit.grown(), audit.leases());
  }

  private void write(Api api, int number, int wanted) {
    var random = new SplittableRandom(number);
    while (asked.getAndIncrement() < wanted) {
      count(one(api, number, random));
    }
  }

  private void writeAnswered(RestartedServer server, int number, int until)
      throws InterruptedException {
    var random = new SplittableRandom(number + until);
    while (asked.getAndIncrement() < until) {
      count(server.untilAnswered(api -> one(api, number, random)));
    }
  }

  /** Each writer has ten keys of its own, which come and go, grow and shrink. */
  private static Answer one(Api api, int number, SplittableRandom random) {
    var path = APP + "/w" + number + "-" + random.nextInt(10);
    return random.nextInt(5) == 0
        ? api.ask("DELETE", path, "")
        : api.ask("PUT", path, data(random.nextInt(1_000)));
  }

  private void count(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isIn(200, 403);
    if (answer.status() == 403) {
      assertThat(answer.body()).contains("\"code\":2010");
      refused.incrementAndGet();
    }
  }

  private static Answer register(Api api) {
    var answer =
        api.ask(
            "POST",
            "/api/v1/tenants",
            "{\"name\":\"full\",\"storage_quota\":" + QUOTA + "}",
            "Idempotency-Key",
            "register");
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer;
  }

  private static int quota(Api api, long quota) {
    return api.ask("PUT", "/api/v1/tenants/" + TENANT, "{\"storage_quota\":" + quota + "}")
        .status();
  }

  /** To the last byte, in one go; and then nothing more. */
  private static Answer fill(Api api, String key) {
    long used =
        Long.parseLong(
            api.tenant("" + TENANT).body().replaceAll("(?s).*\"storage_used\":(\\d+).*", "$1"));
    long left = QUOTA - used;
    if (left > 0) {
      var last = api.ask("PUT", APP + "/" + key, data((int) left - key.length()));
      assertThat(last.status()).as("%s, %d left", last, left).isEqualTo(200);
    }
    var more = api.ask("PUT", APP + "/x", data(0));
    assertThat(more.status()).as("%s", more).isEqualTo(403);
    return more;
  }

  private static String data(int bytes) {
    return "{\"data\":\"%s\",\"auto_create\":true}".formatted("x".repeat(bytes));
  }
}
