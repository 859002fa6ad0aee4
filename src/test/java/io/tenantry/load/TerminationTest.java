package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminationTest {

  private static final int WRITERS = 16;

  /** A busy machine may need long until all writers have seen the end. */
  private static final String PATIENT = "-Dspring.lifecycle.timeout-per-shutdown-phase=60s";

  private static final String BODY = "{\"name\":\"in flight\",\"slug\":\"in-flight-%d\"}";

  @TempDir Path parent;

  private final List<Writer> writers = IntStream.range(0, WRITERS).mapToObj(Writer::new).toList();
  private final AtomicInteger acknowledged = new AtomicInteger();

  @Test
  void givenRequestsInFlight_whenTerminated_thenTheyAreAnsweredAndNothingIsLost() throws Exception {
    rounds(1);
  }

  @Tag("long")
  @Test
  void givenRequestsInFlight_whenTerminatedThreeTimes_thenTheyAreAnsweredAndNothingIsLost()
      throws Exception {
    rounds(3);
  }

  private void rounds(int rounds) throws Exception {
    var folder = parent.resolve("data");
    long slowest = 0;
    for (int round = 0; round < rounds; round++) {
      try (var server = ServerProcess.start(folder, PATIENT)) {
        verify(server, round);
        slowest = Math.max(slowest, terminate(server, round));
      }
    }
    try (var server = ServerProcess.start(folder)) {
      verify(server, rounds);
      Settled.await(folder);
    }
    System.out.printf(
        "[load] SIGTERM: %d rounds, %d writes acknowledged, 0 lost, slowest end %d ms%n",
        rounds, acknowledged.get(), slowest);
  }

  private void verify(ServerProcess server, int rounds) {
    try (var api = new Api(server.port)) {
      writers.forEach(writer -> writer.verify(api));
      for (int round = 0; round < rounds; round++) {
        assertThat(api.tenant("in-flight-" + round).status()).isEqualTo(200);
      }
    }
  }

  private long terminate(ServerProcess server, int round) throws Exception {
    int until = acknowledged.get() + 400;
    String body = BODY.formatted(round);
    try (var crowd = Crowd.start(WRITERS, number -> writeUntilEnd(number, server.port));
        var slow = new Socket("127.0.0.1", server.port)) {
      slow.setSoTimeout(30_000);
      send(
          slow,
          "POST /api/v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: %d\r\n\r\n".formatted(body.length())
              + body.substring(0, 5));
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.get() >= until);
      long start = System.nanoTime();
      server.terminate();
      // all others end; this one is still on its way, and the server waits for it
      crowd.join();
      send(slow, body.substring(5));
      assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 201");
      assertThat(server.awaitExit()).isIn(0, 143);
      assertThat(server.output())
          .doesNotContain("NoHandlerFor")
          .doesNotContain("ERROR")
          .doesNotContain("Exception");
      return (System.nanoTime() - start) / 1_000_000;
    }
  }

  private static void send(Socket socket, String text) throws Exception {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Any answer but the expected one fails; 503 or none at all comes once the server is closing. */
  private void writeUntilEnd(int number, int port) {
    var writer = writers.get(number);
    try (var api = new Api(port)) {
      while (writer.writeUnlessStopping(api, writer.next())) {
        acknowledged.incrementAndGet();
      }
    } catch (UncheckedIOException e) {
      // refused or closed before it was taken; whether it was is seen after the restart
    }
  }
}
