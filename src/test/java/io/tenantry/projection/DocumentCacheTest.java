package io.tenantry.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentCacheTest {

  private record Thing(String id, int version) {}

  private final DocumentCache<Thing> cache =
      new DocumentCache<>("thing", Thing.class, Thing::id, 10_000);

  @Test
  void givenDocument_whenReadTwice_thenLoadedOnce() {
    cache.get("a", key -> new Thing("a", 1));

    assertThat(cache.get("a", key -> new Thing("a", 2))).isEqualTo(new Thing("a", 1));
  }

  @Test
  void givenNoDocument_whenReadAgain_thenAskedAgain() {
    assertThat(cache.get("a", key -> null)).isNull();

    assertThat(cache.get("a", key -> new Thing("a", 1))).isEqualTo(new Thing("a", 1));
  }

  @Test
  void givenDocumentsOfAnotherType_whenStored_thenIgnored() {
    cache.stored(List.of("text"));
    cache.removed(String.class, List.of("a"));

    assertThat(cache.get("a", key -> null)).isNull();
  }

  /** The loader has read the old document when the projection commits the new one. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givenLoadOfOldDocument_whenItChangesMeanwhile_thenTheOldOneDoesNotStay(boolean removed)
      throws Exception {
    var hasRead = new CountDownLatch(1);
    var mayReturn = new CountDownLatch(1);
    var projector = new AtomicReference<Thread>();
    try (var threads = Executors.newCachedThreadPool()) {
      var load =
          threads.submit(
              () ->
                  cache.get(
                      "a",
                      key -> {
                        var old = new Thing("a", 1);
                        hasRead.countDown();
                        awaitQuietly(mayReturn);
                        return old;
                      }));
      hasRead.await();
      var change =
          threads.submit(
              () -> {
                projector.set(Thread.currentThread());
                if (removed) {
                  cache.removed(Thing.class, List.of("a"));
                } else {
                  cache.stored(List.of(new Thing("a", 2)));
                }
              });
      await()
          .until(
              () -> {
                Thread thread = projector.get();
                return thread != null
                    && (thread.getState() == Thread.State.BLOCKED
                        || thread.getState() == Thread.State.WAITING);
              });
      assertThat(change.isDone()).isFalse();
      mayReturn.countDown();
      assertThat(load.get()).isEqualTo(new Thing("a", 1));
      change.get();
    }

    assertThat(cache.get("a", key -> null)).isEqualTo(removed ? null : new Thing("a", 2));
  }

  @Test
  void givenCache_whenBound_thenItsHitsAreCounted() {
    var registry = new SimpleMeterRegistry();
    cache.bindTo(registry);
    cache.get("a", key -> new Thing("a", 1));
    cache.get("a", key -> null);

    assertThat(registry.get("cache.gets").tag("result", "hit").functionCounter().count())
        .isEqualTo(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
