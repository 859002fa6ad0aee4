package io.tenantry.platform.eventstore;

import static io.tenantry.platform.eventstore.TestStore.event;
import static io.tenantry.platform.eventstore.TestStore.next;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.sample.events.SampleHappened;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many write, some follow: one order, which all see alike. */
@ParameterizedClass
@EnumSource
class OneOrderTest {

  private static final int WRITERS = 32;
  private static final int EACH = 100;

  private final Database database;

  @TempDir Path folder;

  OneOrderTest(Database database) {
    this.database = database;
  }

  @Test
  void given32WritersAndAFollower_whenAllIsWritten_thenItSawEachOnceInOrderWithoutAGap()
      throws Exception {
    int total = WRITERS * EACH * 2;
    try (var store = TestStore.open(database, folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var stream = store.store.openStream(null)) {
      var following = threads.submit(() -> next(stream, total));
      for (var writer : writers(threads, store)) {
        writer.get(60, TimeUnit.SECONDS);
      }

      var seen = following.get(60, TimeUnit.SECONDS);
      assertThat(seen.stream().map(TestStore::position))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, total).boxed().toList());
      assertThat(seen.stream().map(TrackedEventMessage::getIdentifier)).doesNotHaveDuplicates();
      assertEachAggregateInOrder(seen);
    }
  }

  private static List<Future<?>> writers(ExecutorService threads, TestStore store) {
    var writers = new ArrayList<Future<?>>();
    for (int w = 0; w < WRITERS; w++) {
      var aggregate = "writer-" + w;
      writers.add(
          threads.submit(
              () -> {
                for (int i = 0; i < EACH; i++) {
                  store.publish(event(aggregate, 2L * i), event(aggregate, 2L * i + 1));
                }
              }));
    }
    return writers;
  }

  private static void assertEachAggregateInOrder(List<TrackedEventMessage<?>> seen) {
    for (int w = 0; w < WRITERS; w++) {
      var aggregate = "writer-" + w;
      assertThat(
              seen.stream()
                  .map(e -> (DomainEventMessage<?>) e)
                  .filter(e -> e.getAggregateIdentifier().equals(aggregate))
                  .map(DomainEventMessage::getSequenceNumber))
          .containsExactlyElementsOf(LongStream.range(0, 2L * EACH).boxed().toList());
    }
  }

  @Test
  void given32ConcurrentCreationsOfOneAggregate_whenWritten_thenOneWinsAndTheOthersAreTold()
      throws Exception {
    try (var store = TestStore.open(database, folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var attempts = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < WRITERS; i++) {
        var own = "own-" + i;
        attempts.add(
            threads.submit(
                () -> {
                  try {
                    store.publish(event(own, 0), event("slug:acme", 0));
                    return true;
                  } catch (AggregateStreamCreationException e) {
                    assertThat(e).hasMessageContaining("slug:acme");
                    return false;
                  }
                }));
      }
      int won = 0;
      for (var attempt : attempts) {
        won += attempt.get(60, TimeUnit.SECONDS) ? 1 : 0;
      }

      assertThat(won).isOne();
      assertThat(store.all()).hasSize(2).extracting(TestStore::position).containsExactly(1L, 2L);
    }
  }

  @Test
  void givenAStoreReopened_whenMoreIsWritten_thenPositionsAndIdGoOn() throws Exception {
    String id;
    try (var store = TestStore.open(database, folder)) {
      store.publish(event("a", 0), event("a", 1));
      id = store.database.id();
    }
    try (var store = TestStore.open(database, folder)) {
      assertThat(store.writer.head()).isEqualTo(2);
      assertThat(store.database.id()).isEqualTo(id);
      store.publish(event("a", 2));

      assertThat(store.all()).extracting(TestStore::position).containsExactly(1L, 2L, 3L);
      assertThat(store.all().getLast().getPayload()).isEqualTo(new SampleHappened("something", 2));
    }
  }

  @Test
  void givenMoreThanABatch_whenAnAggregateIsRead_thenAllOfItComesInOrder() throws Exception {
    try (var store = TestStore.open(database, folder)) {
      for (int i = 0; i < 1_001; i++) {
        store.engine.appendEvents(List.of(event("long", i)));
      }

      assertThat(store.store.readEvents("long").asStream().map(e -> e.getSequenceNumber()))
          .containsExactlyElementsOf(LongStream.range(0, 1_001).boxed().toList());
      assertThat(store.store.lastSequenceNumberFor("long")).contains(1_000L);
      assertThat(store.store.createHeadToken().position()).hasValue(1_001);
      assertThat(store.store.createTailToken().position()).hasValue(0);
    }
  }

  @Test
  void givenAnAggregate_whenRead_thenItTookOneQuery() throws Exception {
    try (var store = TestStore.open(database, folder)) {
      store.publish(event("a", 0), event("a", 1));
      store.queries.set(0);

      assertThat(store.store.readEvents("a").asStream()).hasSize(2);
      assertThat(store.queries).hasValue(1);
    }
  }

  @Test
  void givenAFollowerAtTheHead_whenItAsksForMore_thenTheDatabaseIsNotAsked() throws Exception {
    try (var store = TestStore.open(database, folder);
        var stream = store.store.openStream(null)) {
      store.publish(event("a", 0));
      next(stream, 1);
      store.queries.set(0);

      assertThat(stream.hasNextAvailable()).isFalse();
      assertThat(store.queries).hasValue(0);
    }
  }

  @Test
  void givenAnEmptyStore_whenAskedForItsEnds_thenThereAreNone() throws Exception {
    try (var store = TestStore.open(database, folder)) {
      assertThat(store.store.createHeadToken()).isNull();
      assertThat(store.store.createTailToken()).isNull();
      assertThat(store.store.lastSequenceNumberFor("none")).isEmpty();
      assertThat(store.writer.head()).isZero();
    }
  }

  @Test
  void givenAnEvent_whenReadBack_thenItsTimeAndMetadataAreTheSame() throws Exception {
    try (var store = TestStore.open(database, folder)) {
      var written = event("a", 0).andMetaData(Map.of("actor", "operator:x"));
      store.publish(written);
      var read = store.all().getFirst();

      assertThat(read.getTimestamp()).isEqualTo(written.getTimestamp());
      assertThat(read.getMetaData()).isEqualTo(written.getMetaData());
      assertThat(store.store.createTokenAt(written.getTimestamp()).position()).hasValue(0);
    }
  }
}
