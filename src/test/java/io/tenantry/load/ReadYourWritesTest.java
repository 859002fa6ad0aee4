package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadYourWritesTest {

  private static final int WRITERS = 32;

  @TempDir Path folder;

  private final Timings writes = new Timings();
  private final Queue<String> stale = new ConcurrentLinkedQueue<>();
  private final AtomicInteger checks = new AtomicInteger();
  private final AtomicInteger pending = new AtomicInteger();

  @Test
  void given32Writers_whenEachReadsAndListsAfterItsWrite_thenItSeesIt() throws Exception {
    check(2_000);
    assertThat(pending).hasValue(0);
  }

  @Tag("long")
  @Test
  void given32Writers_whenEachReadsAndListsAfterItsWriteForLong_thenItSeesIt() throws Exception {
    check(20_000);
  }

  private void check(int wanted) throws Exception {
    try (var app = App.start(folder);
        var writing = new Api(app.port);
        var reading = new Api(app.port)) {
      Crowd.run(
          WRITERS,
          number -> {
            var writer = new Writer(number);
            while (checks.get() < wanted) {
              check(writer, writing, reading);
            }
            writer.verify(reading);
          });
      System.out.printf(
          "[load] read your writes: %d writers, %d checks, %d stale, %d pending; write %s;"
              + " of it the wait for the read models %s%n",
          WRITERS, checks.get(), stale.size(), pending.get(), writes, app.waits);
      app.awaitQuiet();
    }
    assertThat(stale).isEmpty();
    assertThat(Tables.read(folder)).isEqualTo(Fold.of(folder).tables());
  }

  private void check(Writer writer, Api writing, Api reading) {
    var op = writer.next();
    long start = System.nanoTime();
    var answer = writer.write(writing, op);
    writes.since(start);
    if (answer.pending()) {
      pending.incrementAndGet();
    } else {
      see(op.single(), reading, answer);
      see(op.list(), reading, answer);
    }
  }

  private void see(Op.Probe probe, Api reading, Answer answer) {
    checks.incrementAndGet();
    if (!probe.isFresh(reading)) {
      stale.add(answer.body());
    }
  }
}
