package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.engines.Postgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class EventStoreLostTest {

  @TempDir Path parent;

  @Test
  void givenAnotherProcessThatTookTheEvents_whenNothingIsAsked_thenThisOneEndsAndSaysWhy()
      throws Exception {
    var folder = parent.resolve("data");
    Engines.POSTGRES.use(folder);
    try (var server = ServerProcess.start(folder);
        var other = Postgres.connect(folder, "public");
        var waiting = other.createStatement()) {
      var taken =
          CompletableFuture.runAsync(
              () -> {
                try {
                  waiting.execute("SELECT pg_advisory_lock(6074882276148539513)");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      Awaitility.await().until(() -> Postgres.locks(folder, "count(*)", "NOT granted") == 1);
      Postgres.locks(folder, "count(pg_terminate_backend(pid))", "granted");
      taken.join();

      assertThat(server.awaitExit()).isEqualTo(1);
      assertThat(server.output())
          .contains("Another process has the events, this one ends", "in use by another Tenantry");
    }
  }
}
