package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KillTest {

  private static final int WRITERS = 16;
  private static final int WRITES_A_ROUND = 400;

  @TempDir Path parent;

  private final List<Writer> writers = IntStream.range(0, WRITERS).mapToObj(Writer::new).toList();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final List<Long> starts = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "AXON_SERVER"})
  void givenWritersAtWork_whenTheProcessIsKilled_thenWhatWasAcknowledgedIsThere(Engines engines)
      throws Exception {
    engines.use(parent.resolve("data"));
    rounds(1);
  }

  @Tag("long")
  @Test
  void givenWritersAtWork_whenTheProcessIsKilledTenTimes_thenWhatWasAcknowledgedIsThere()
      throws Exception {
    Engines.chosen().use(parent.resolve("data"));
    rounds(10);
  }

  private void rounds(int rounds) throws Exception {
    var folder = parent.resolve("data");
    for (int round = 0; round < rounds; round++) {
      try (var server = start(folder)) {
        int until = acknowledged.get() + WRITES_A_ROUND;
        try (var crowd = Crowd.start(WRITERS, number -> writeUntilKilled(number, server.port))) {
          Awaitility.await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> acknowledged.get() >= until);
          server.kill();
          crowd.join();
        }
      }
    }
    try (var server = start(folder)) {
      Settled.await(folder);
      server.terminate();
      assertThat(server.awaitExit()).isIn(0, 143);
      assertThat(server.output()).doesNotContain("ERROR");
    }
    var fold = Fold.of(folder);
    assertThat(fold.orphans()).isEmpty();
    assertThat(Tables.read(folder)).isEqualTo(fold.tables());
    System.out.printf(
        "[load] kill -9: %d rounds, %d writes acknowledged, 0 lost, %d events; to readiness %s ms%n",
        rounds, acknowledged.get(), fold.head(), starts);
  }

  private ServerProcess start(Path folder) throws Exception {
    var server = ServerProcess.start(folder);
    starts.add(server.startMillis);
    try (var api = new Api(server.port)) {
      writers.forEach(writer -> writer.verify(api));
    }
    return server;
  }

  private void writeUntilKilled(int number, int port) {
    var writer = writers.get(number);
    try (var api = new Api(port)) {
      while (true) {
        writer.write(api, writer.next());
        acknowledged.incrementAndGet();
      }
    } catch (UncheckedIOException e) {
      // killed; what became of the last write is seen after the restart
    }
  }
}
