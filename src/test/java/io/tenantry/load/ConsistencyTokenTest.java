package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsistencyTokenTest {

  private static final int WRITERS = 16;

  @TempDir Path folder;

  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void givenTheTokenOfAWrite_whenAnotherConnectionReadsWithIt_thenItSeesTheWrite()
      throws Exception {
    read(20);
  }

  @Tag("long")
  @Test
  void givenTokensOfManyWrites_whenAnotherConnectionReadsWithThem_thenItSeesTheWrites()
      throws Exception {
    read(300);
  }

  private void read(int each) throws Exception {
    var timings = new Timings();
    try (var app = App.start(folder);
        var writing = new Api(app.port);
        var reading = new Api(app.port)) {
      Crowd.run(
          WRITERS,
          number -> {
            long last = 0;
            for (int i = 0; i < each; i++) {
              var written = writing.createModel("default", "m" + i, "{}");
              String token = written.header("Consistency-Token");
              assertThat(Long.parseLong(token)).isGreaterThan(last);
              last = Long.parseLong(token);
              String path = "/v1/tenant/models/" + written.data().path("id").asString();
              long start = System.nanoTime();
              var read = reading.get(path, "Consistency-Token", token);
              timings.since(start);
              assertThat(read.status()).isEqualTo(200);
              assertThat(read.data()).isEqualTo(written.data());
              reads.incrementAndGet();
            }
          });
      long ahead = app.events().createHeadToken().position().orElseThrow() + 1;
      var early = reading.get("/v1/tenant/models", "Consistency-Token", String.valueOf(ahead));
      assertThat(early.status()).isEqualTo(503);
      assertThat(early.header("Retry-After")).isEqualTo("1");
    }
    System.out.printf(
        "[load] consistency tokens: %d reads with the token of a write, 0 stale; read %s%n",
        reads.get(), timings);
  }
}
