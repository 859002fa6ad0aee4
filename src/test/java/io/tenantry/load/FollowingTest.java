package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.projection.Projection;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.StoredEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingTest {

  private static final int WRITERS = 32;

  /** What asks every 500 ms would take half of it; a wake-up takes a fraction of this. */
  private static final double NOT_POLLED_MILLIS = 100;

  @TempDir Path folder;

  private final Follower follower = new Follower();

  @Test
  void given32Writers_whenStreamAndProcessorFollow_thenEveryPositionComesOnceAndInOrder()
      throws Exception {
    follow(20);
  }

  @Tag("long")
  @Test
  void given32Writers_whenStreamAndProcessorFollowForLong_thenEveryPositionComesOnceAndInOrder()
      throws Exception {
    follow(400);
  }

  private void follow(int writesEach) throws Exception {
    try (var app =
            App.start(
                folder, beans -> beans.registerBean("follower", Projection.class, () -> follower));
        var api = new Api(app.port)) {
      var ended = new AtomicBoolean();
      var streamed = CompletableFuture.supplyAsync(() -> stream(app.events(), ended));
      Crowd.run(
          WRITERS,
          number -> {
            var writer = new Writer(number);
            for (int i = 0; i < writesEach; i++) {
              writer.write(api, writer.next());
            }
          });
      String crowded = app.waits.toString();
      app.awaitQuiet();
      ended.set(true);
      long head = app.events().createHeadToken().position().orElseThrow();
      var all = LongStream.rangeClosed(1, head).boxed().toList();
      assertThat(streamed.get(30, TimeUnit.SECONDS)).isEqualTo(all);
      assertThat(follower.positions).isEqualTo(all);

      app.waits.clear();
      var alone = new Writer(WRITERS);
      for (int i = 0; i < 100; i++) {
        alone.write(api, alone.next());
      }
      System.out.printf(
          "[load] following: %d writers, %d positions by stream and processor, none skipped, twice"
              + " or out of order; wait with all writers %s, with one %s%n",
          WRITERS, head, crowded, app.waits);
      assertThat(app.waits.percentile(0.5)).isLessThan(NOT_POLLED_MILLIS);
    }
  }

  private static List<Long> stream(EventStore events, AtomicBoolean ended) {
    var seen = new ArrayList<Long>();
    try (var stream = events.openStream(null)) {
      while (true) {
        boolean last = ended.get();
        while (stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)) {
          seen.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }
        if (last) {
          return seen;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gets a processor like every projection. */
  private static final class Follower implements Projection {

    private final List<Long> positions = Collections.synchronizedList(new ArrayList<>());

    @Override
    public String name() {
      return "read.follower";
    }

    @Override
    public boolean handles(Class<?> payloadType) {
      return true;
    }

    @Override
    public void project(StoredEvent event, ReadModelBatch batch) {
      positions.add(event.position());
    }
  }
}
