package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.engines.Postgres;
import java.nio.file.Path;
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
        var other = Postgres.takeLock(folder)) {
      assertThat(server.awaitExit()).isEqualTo(1);
      assertThat(server.output())
          .contains("Another process has the events, this one ends", "in use by another Tenantry");
    }
  }
}
