package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantDeletionTest {

  private static final int WRITERS = 16;

  @TempDir Path parent;

  private final AtomicInteger created = new AtomicInteger();

  @Test
  void givenWritersInATenant_whenItIsDeleted_thenNothingOfItSurvives() throws Exception {
    race(2);
  }

  @Tag("long")
  @Test
  void givenWritersInATenant_whenItIsDeletedAgainAndAgain_thenNothingOfItSurvives()
      throws Exception {
    race(12);
  }

  private void race(int rounds) throws Exception {
    var folder = parent.resolve("data");
    int late = 0;
    long start = System.nanoTime();
    try (var app = App.start(folder);
        var api = new Api(app.port)) {
      for (int round = 0; round < rounds; round++) {
        String slug = "t" + round;
        assertThat(api.register(slug, slug).status()).isEqualTo(201);
        int until = created.get() + 200;
        try (var crowd = Crowd.start(WRITERS, number -> fill(api, slug, number))) {
          Awaitility.await()
              .atMost(Duration.ofSeconds(60))
              .pollInterval(Duration.ofMillis(5))
              .until(() -> created.get() >= until);
          assertThat(api.deleteTenant(slug).status()).isEqualTo(200);
          assertThat(api.tenant(slug).status()).isEqualTo(404);
          crowd.join();
        }
      }
      app.awaitQuiet();
      var fold = Fold.of(folder);
      assertThat(fold.orphans()).isEmpty();
      assertThat(Tables.read(folder)).isEqualTo(fold.tables());
      late = lateOnes(folder);
    }
    System.out.printf(
        "[load] deletion in a race: %d tenants, %d created in them, %d of these after the deletion,"
            + " 0 left, %d ms%n",
        rounds, created.get(), late, (System.nanoTime() - start) / 1_000_000);
  }

  /** Creates until the tenant is gone. */
  private void fill(Api api, String slug, int number) {
    for (int i = 0; ; i++) {
      var answer =
          switch (i % 3) {
            case 0 -> api.createModel(slug, "m", "{}");
            case 1 -> api.createApiKey(slug, "k");
            default -> api.putKey(slug, "a" + number % 3 + "/k" + number + "-" + i, "x");
          };
      if (answer.status() == 404) {
        return;
      }
      assertThat(answer.status()).as(answer.body()).isIn(200, 201);
      created.incrementAndGet();
    }
  }

  private static int lateOnes(Path folder) throws Exception {
    var gone = new HashSet<Long>();
    int late = 0;
    for (var row : StoredEvents.of(folder)) {
      long tenant = row.payload().path("tenantId").asLong();
      if (row.type().equals("tenant.deleted")) {
        gone.add(tenant);
      } else if (row.type().endsWith(".created") && gone.contains(tenant)) {
        late++;
      }
    }
    return late;
  }

  @Test
  void givenADeletionUnderWay_whenTheProcessIsKilled_thenItGoesOnAfterTheRestart()
      throws Exception {
    var folder = parent.resolve("data");
    try (var server = ServerProcess.start(folder);
        var api = new Api(server.port)) {
      assertThat(api.register("big", "big").status()).isEqualTo(201);
      Crowd.run(8, number -> fillHalfway(api, number));
      assertThat(api.deleteTenant("big").status()).isEqualTo(200);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> deletions(folder) > 0);
      server.kill();
    }
    int left = Fold.of(folder).orphans().size();
    assertThat(left).as("killed in the midst of it").isBetween(1, 600);
    try (var server = ServerProcess.start(folder)) {
      long start = System.nanoTime();
      Settled.await(folder);
      System.out.printf(
          "[load] deletion and kill -9: %d of 601 left, ready after %d ms, all gone %d ms later%n",
          left, server.startMillis, (System.nanoTime() - start) / 1_000_000);
      server.terminate();
      assertThat(server.awaitExit()).isIn(0, 143);
    }
    assertThat(Fold.of(folder).orphans()).isEmpty();
    assertThat(Tables.read(folder)).isEqualTo(Fold.of(folder).tables());
  }

  private static void fillHalfway(Api api, int number) {
    for (int i = number; i < 300; i += 8) {
      assertThat(api.createModel("big", "m" + i, "{}").status()).isEqualTo(201);
      assertThat(api.putKey("big", "a" + i % 7 + "/k" + i, "x").status()).isEqualTo(200);
    }
  }

  private static int deletions(Path folder) throws Exception {
    try (var db = new SqlEvents(folder).connect();
        var statement = db.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(*) FROM DomainEventEntry WHERE payloadType LIKE '%key.deleted'"
                    + " OR payloadType = 'model.deleted'")) {
      row.next();
      return row.getInt(1);
    }
  }
}
