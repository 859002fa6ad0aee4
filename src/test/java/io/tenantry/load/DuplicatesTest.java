package io.tenantry.load;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.load.Kind.Thing;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DuplicatesTest {

  private static final int DUPLICATES = 50;
  private static final Thing DEFAULT_TENANT = new Thing("default", "");

  @TempDir Path folder;

  private final Ledger ledger = new Ledger();
  private final ExecutorService senders = Executors.newFixedThreadPool(DUPLICATES);

  @AfterEach
  void end() {
    senders.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "AXON_SERVER"})
  void given50Duplicates_whenTheyComeAtOnce_thenItHappensOnceAndAllAreAnsweredTheSame(
      Engines engines) throws Exception {
    engines.use(folder);
    duplicate(5);
  }

  @Tag("long")
  @Test
  void given50Duplicates_whenTheyComeAtOnceForLong_thenItHappensOnceAndAllAreAnsweredTheSame()
      throws Exception {
    Engines.chosen().use(folder);
    duplicate(60);
  }

  private void duplicate(int rounds) throws Exception {
    long start = System.nanoTime();
    try (var app = App.start(folder);
        var api = new Api(app.port)) {
      for (var kind : Kind.values()) {
        var took = new Timings();
        for (int round = 0; round < rounds; round++) {
          once(api, kind, "r" + kind.ordinal() + "-" + round, took);
        }
        System.out.printf(
            Locale.ROOT,
            "[load] duplicates: %-20s %d rounds of %d, 1 effect each; round %s%n",
            kind,
            rounds,
            DUPLICATES,
            took);
      }
      app.awaitQuiet();
    }
    Records.verify(folder, ledger);
    var fold = Fold.of(folder);
    assertThat(Tables.read(folder)).isEqualTo(fold.tables());
    System.out.printf(
        "[load] duplicates: %d keys, %d replays, %d told to come again, %d secrets not kept,"
            + " 0 effects too many, %d events, %d ms%n",
        ledger.size(),
        ledger.replays.get(),
        ledger.busy.get(),
        ledger.unrepeatable.size(),
        fold.head(),
        (System.nanoTime() - start) / 1_000_000);
  }

  private void once(Api api, Kind kind, String text, Timings took) throws Exception {
    var maker = kind.maker == null ? null : kind.maker.to(DEFAULT_TENANT, text + "-made");
    var thing = maker == null ? DEFAULT_TENANT : maker.made(ledger.ask(api, maker));
    var write = kind.to(thing, text);
    int replays = ledger.replays.get();
    long start = System.nanoTime();
    for (var each : senders.invokeAll(nCopies(DUPLICATES, () -> ledger.ask(api, write)))) {
      each.get();
    }
    took.since(start);
    assertThat(ledger.replays.get() - replays).isEqualTo(DUPLICATES - 1);
    isThereOnce(api, write);
  }

  private void isThereOnce(Api api, KeyedWrite write) {
    var kind = write.kind();
    var answer = ledger.ask(api, write);
    var seen = write.look(api, answer);
    if (kind.ends()) {
      assertThat(seen.status()).isEqualTo(404);
      return;
    }
    long version = kind.maker == null ? 1 : 1 + kind.events.size();
    assertThat(answer.version()).as(answer.body()).isEqualTo(version);
    assertThat(seen.version()).as(seen.body()).isEqualTo(version);
    if (answer.showsSecret()) {
      String secret = answer.data().path("api_key").asString();
      assertThat(api.get("/api/v1/me", "X-API-Key", secret).status()).isEqualTo(200);
    }
  }
}
