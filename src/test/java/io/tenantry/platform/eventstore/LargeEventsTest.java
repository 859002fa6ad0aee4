package io.tenantry.platform.eventstore;

import static io.tenantry.platform.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** However many events there are, not many bytes of them are in memory together. */
@ParameterizedClass
@EnumSource
class LargeEventsTest {

  private static final int LARGE = 700_000;
  private static final int EVENTS = 5;

  private final Database database;

  @TempDir Path folder;

  LargeEventsTest(Database database) {
    this.database = database;
  }

  @Test
  void givenLargeEvents_whenReadOneAfterTheOther_thenAPieceEndsWithTheOneThatPassesItsBytes()
      throws Exception {
    try (var store = TestStore.open(database, folder)) {
      publishLarge(store);

      assertThat(store.engine.read(null)).hasSize(2);
      assertThat(store.writer.window().after(0, 500)).hasSize(2);
      assertThat(store.all()).extracting(TestStore::position).containsExactly(1L, 2L, 3L, 4L, 5L);
    }
  }

  @Test
  void givenLargeEventsOfAStream_whenItIsLoaded_thenPieceByPieceAndWhole() throws Exception {
    try (var store = TestStore.open(database, folder)) {
      publishLarge(store);
      store.queries.set(0);

      assertThat(store.store.readEvents("a").asStream()).hasSize(EVENTS);
      assertThat(store.queries).hasValue(3);
    }
  }

  @Test
  void givenAFollower_whenItHasBeenGivenAPiece_thenItIsToldOnceThatThereIsNoMore()
      throws Exception {
    try (var store = TestStore.open(database, folder)) {
      publishLarge(store);
      try (var stream = store.store.inPieces().openStream(null)) {
        assertThat(stream.hasNextAvailable()).isTrue();
        stream.nextAvailable();
        assertThat(stream.hasNextAvailable()).isTrue();
        stream.nextAvailable();

        // Axon's coordinator does so after each event
        assertThat(stream.peek()).isPresent();
        assertThat(stream.hasNextAvailable()).isFalse();
        assertThat(stream.hasNextAvailable()).isTrue();
      }
    }
  }

  @Test
  void givenOldEvents_whenTwoStreamsReadThem_thenTheSecondIsGivenTheSameFromMemory()
      throws Exception {
    try (var store = TestStore.open(database, folder)) {
      publishLarge(store);
    }
    try (var store = TestStore.open(database, folder)) {
      var first = store.all();
      int queries = store.queries.get();

      var second = store.all();

      assertThat(store.queries).hasValue(queries);
      assertThat(second).hasSize(EVENTS);
      assertThat(second.getFirst().getPayload()).isSameAs(first.getFirst().getPayload());
    }
  }

  private static void publishLarge(TestStore store) {
    for (int i = 0; i < EVENTS; i++) {
      store.publish(event("a", i, "x".repeat(LARGE)));
    }
  }
}
