package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.load.Kind.Thing;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdempotentKillTest {

  private static final int SENDERS = 32;
  private static final int HOMES = 8;

  @TempDir Path parent;

  private final Ledger ledger = new Ledger();

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "AXON_SERVER"})
  void givenKeysSentAgainAndAgain_whenTheProcessIsKilled_thenEachHasHappenedOnce(Engines engines)
      throws Exception {
    engines.use(parent.resolve("data"));
    send(1, 1);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "AXON_SERVER"})
  void given500KeysSentAgainAndAgain_whenTheProcessIsKilledFiveTimes_thenEachHasHappenedOnce(
      Engines engines) throws Exception {
    engines.use(parent.resolve("data"));
    send(4, 5);
  }

  private void send(int stories, int kills) throws Exception {
    var folder = parent.resolve("data");
    try (var server = new RestartedServer(folder)) {
      for (int home = 0; home < HOMES; home++) {
        var write = Kind.TENANT_CREATED.to(new Thing("", ""), home(home));
        server.untilAnswered(api -> ledger.ask(api, write));
      }
      killAtWork(server, stories, kills);
      // some of what was done in them is of no tenant any more
      for (int home = 0; home < HOMES; home += 2) {
        var write = Kind.TENANT_DELETED.to(new Thing(home(home), ""), home(home));
        server.untilAnswered(api -> ledger.ask(api, write));
      }
      server.restart();
      Settled.await(folder);
      replayAll(server, false);
      assertThat(server.terminate()).doesNotContain("ERROR");
      assertThat(ledger.size()).as("kills meet all of it").isGreaterThan(kills * 10);
      System.out.printf(
          "[load] keys and kill -9: %d senders, %d keys, %d kills, %d requests unanswered, %d"
              + " answers lost, %d replays, %d told to come again, %d secrets not kept; to readiness %s ms%n",
          SENDERS,
          ledger.size(),
          kills,
          server.unanswered.get(),
          ledger.writes().stream().filter(write -> !ledger.sawItHappen(write)).count(),
          ledger.replays.get(),
          ledger.busy.get(),
          ledger.unrepeatable.size(),
          server.starts);
    }
    isStoredOnce(folder);
    Tables.drop(folder);
    try (var server = new RestartedServer(folder)) {
      replayAll(server, true);
      server.terminate();
    }
    isStoredOnce(folder);
  }

  private void isStoredOnce(Path folder) throws Exception {
    Records.verify(folder, ledger);
    var fold = Fold.of(folder);
    assertThat(fold.orphans()).isEmpty();
    assertThat(Tables.read(folder)).isEqualTo(fold.tables());
  }

  private void killAtWork(RestartedServer server, int stories, int kills) throws Exception {
    int keys = HOMES + SENDERS / 4 * (4 + 4 + 5 + 4) * stories;
    try (var crowd = Crowd.start(SENDERS, number -> tell(server, number, stories))) {
      for (int kill = 1; kill <= kills; kill++) {
        int until = HOMES + (keys - HOMES) * kill / (kills + 1);
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(1))
            .until(() -> crowd.failed() || ledger.size() >= until);
        server.restart();
      }
      crowd.join();
    }
    assertThat(ledger.size()).isEqualTo(keys);
  }

  private void tell(RestartedServer server, int number, int stories) throws Exception {
    try (var sender = new Sender(server, ledger, number)) {
      for (int story = 0; story < stories; story++) {
        var home = new Thing(home((number + story) % HOMES), "");
        String text = "s" + number + "-" + story;
        switch (number % 4) {
          case 0 ->
              sender.tell(
                  Kind.TENANT_CREATED.to(home, text),
                  Kind.TENANT_UNCHANGED,
                  Kind.TENANT_CHANGED,
                  Kind.TENANT_DELETED);
          case 1 ->
              sender.tell(
                  Kind.MODEL_CREATED.to(home, text),
                  Kind.MODEL_MERGED,
                  Kind.MODEL_PATCHED,
                  Kind.MODEL_DELETED);
          case 2 ->
              // the last answer says how much is stored of what others are writing
              sender.tell(
                  Kind.APP_KEY_CREATED.to(home, text),
                  Kind.APP_KEY_CHANGED,
                  Kind.APP_KEY_DELETED,
                  Kind.APP_KEY_AUTO_CREATED,
                  Kind.TENANT_CHANGED);
          default ->
              sender.tell(
                  Kind.API_KEY_CREATED.to(home, text),
                  Kind.API_KEY_CHANGED,
                  Kind.API_KEY_ROTATED,
                  Kind.API_KEY_REVOKED);
        }
      }
    }
  }

  private static String home(int number) {
    return "home-" + number;
  }

  private void replayAll(RestartedServer server, boolean secretsLost) throws Exception {
    var writes = ledger.writes();
    Crowd.run(
        SENDERS,
        number -> {
          for (int i = number; i < writes.size(); i += SENDERS) {
            var write = writes.get(i);
            var answer = server.untilAnswered(write::send);
            assertThat(answer.replayed()).as(write + ": " + answer.body()).isTrue();
            var first = ledger.told(write);
            boolean hidden =
                write.kind().showsSecret() && (secretsLost || ledger.unrepeatable.contains(write));
            assertThat(answer.told())
                .as("%s", write)
                .isEqualTo(hidden ? first.withoutSecret() : first);
          }
        });
  }
}
