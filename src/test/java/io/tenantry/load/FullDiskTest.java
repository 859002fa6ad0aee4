package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No file of the service may grow any more, as on a full disk; later they may again. */
@Tag("long")
class FullDiskTest {

  private static final String DATA = "x".repeat(10_000);
  private static final int ROUNDS = 3;
  private static final int REFUSED = 50;

  @TempDir Path parent;

  private final List<String> written = new ArrayList<>();
  private int next;

  @Test
  void givenNoRoom_whenThereIsRoomAgain_thenWritesGoOnAndNothingIsTorn() throws Exception {
    var folder = parent.resolve("data");
    try (var server = ServerProcess.start(folder);
        var api = new Api(server.port)) {
      api.register("acme", "Acme").is(201);
      for (int round = 0; round < ROUNDS; round++) {
        writeUntil(api, 20, 200);
        limit(server, "100000");
        writeUntil(api, REFUSED, 503);
        written.forEach(key -> api.key("acme", key).is(200));
        limit(server, "unlimited");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> write(api) == 200);
      }
      Settled.await(folder);
      server.terminate();
      assertThat(server.awaitExit()).isIn(0, 143);
    }
    assertThat(Tables.read(folder)).isEqualTo(Fold.of(folder).tables());
    assertWhole(folder.resolve("events.db"));
    assertWhole(folder.resolve("read.db"));
    try (var server = ServerProcess.start(folder);
        var api = new Api(server.port)) {
      written.forEach(key -> api.key("acme", key).is(200));
    }
    System.out.printf("[load] full disk: %d of %d writes done%n", written.size(), next);
  }

  private void writeUntil(Api api, int times, int status) {
    for (int seen = 0; seen < times; ) {
      if (write(api) == status) {
        seen++;
      }
    }
  }

  private int write(Api api) {
    String key = "app/k" + next++;
    Answer answer = api.putKey("acme", key, DATA);
    assertThat(answer.status()).isIn(200, 503);
    if (answer.orRetryAfter() == 200) {
      written.add(key);
    } else {
      assertThat(answer.tree().path("code").asInt()).isEqualTo(1008);
    }
    return answer.status();
  }

  /** The soft limit alone, which may be raised again. */
  private static void limit(ServerProcess server, String bytes)
      throws IOException, InterruptedException {
    var command =
        List.of("prlimit", "--pid", String.valueOf(server.pid()), "--fsize=" + bytes + ":");
    try {
      assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    } catch (IOException e) {
      assumeTrue(false, "prlimit is not there: " + e.getMessage());
    }
  }

  private static void assertWhole(Path file) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA integrity_check")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("ok");
    }
  }
}
