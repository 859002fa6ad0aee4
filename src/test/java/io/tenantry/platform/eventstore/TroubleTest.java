package io.tenantry.platform.eventstore;

import static io.tenantry.platform.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenantry.Logged;
import io.tenantry.platform.StartRefused;
import io.tenantry.platform.sqlite.SqliteTrouble;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.GenericApplicationContext;

/** What goes wrong is told to the one whom it concerns, and does not last. */
class TroubleTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void givenAGroupWithOneGuilty_whenWritten_thenItAloneFails(Database database) throws Exception {
    try (var store = TestStore.open(database, folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      store.publish(event("taken", 0));
      // holds the writer back, so that the next ones become one group
      var entered = new CountDownLatch(1);
      var release = new CountDownLatch(1);
      store.writer.onCommit(
          () -> {
            entered.countDown();
            awaitUninterruptibly(release);
          });
      var first = threads.submit(() -> store.publish(event("first", 0)));
      assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
      var good = threads.submit(() -> store.publish(event("good", 0)));
      var guilty =
          threads.submit(
              () -> catchThrowable(() -> store.publish(event("new", 0), event("taken", 0))));
      var alsoGood = threads.submit(() -> store.publish(event("also-good", 0)));
      release.countDown();

      first.get(30, TimeUnit.SECONDS);
      good.get(30, TimeUnit.SECONDS);
      alsoGood.get(30, TimeUnit.SECONDS);
      assertThat(guilty.get(30, TimeUnit.SECONDS))
          .isInstanceOf(AggregateStreamCreationException.class);
      assertThat(store.all()).extracting(TestStore::position).containsExactly(1L, 2L, 3L, 4L);
      assertThat(store.store.lastSequenceNumberFor("new")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenASequenceThatIsTaken_whenWrittenAgain_thenItIsAConcurrentChange(Database database)
      throws Exception {
    try (var store = TestStore.open(database, folder)) {
      store.publish(event("a", 0), event("a", 1));

      assertThatThrownBy(() -> store.publish(event("a", 1)))
          .isInstanceOf(ConcurrencyException.class);
    }
  }

  @Test
  void givenAFullDisk_whenItHasRoomAgain_thenNothingIsHalfWrittenAndTheWriterGoesOn()
      throws Exception {
    var full = new AtomicBoolean(true);
    try (var store =
            new TestStore(
                folder,
                connection -> {
                  if (full.get()) {
                    try (var statement = connection.createStatement()) {
                      statement.execute("PRAGMA max_page_count=16");
                    }
                  }
                });
        var log = Logged.fromNowOn()) {
      store.publish(event("small", 0));

      assertThatThrownBy(() -> store.publish(event("big", 0), event("big", 1, "x".repeat(200_000))))
          .isInstanceOf(EventStoreUnavailable.class);
      assertThat(store.store.lastSequenceNumberFor("big")).isEmpty();
      assertThat(log.trouble())
          .singleElement()
          .asString()
          .contains("Events cannot be written: its disk or quota is full (SQLITE_FULL");
      full.set(false);
      // the connection with the limit was given up with the failure
      store.publish(event("big", 0), event("big", 1, "x".repeat(200_000)));
      assertThat(store.all()).extracting(TestStore::position).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void givenAClosedStore_whenWrittenTo_thenItIsRefused() throws Exception {
    var store = new TestStore(folder);
    store.publish(event("a", 0));
    store.close();

    assertThatThrownBy(() -> store.publish(event("a", 1)))
        .isInstanceOf(EventStoreUnavailable.class)
        .hasMessageContaining("closed");
    assertThat(folder.resolve("events.db-wal")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void givenAFileThatCannotBeUsed_whenOpened_thenTheStartIsRefusedWithWhatItIs(
      SqliteTrouble trouble) throws Exception {
    var file = folder.resolve("events.db");
    try (var disk = trouble.prepare(folder)) {
      new TestStore(folder).close();
      try (var made = trouble.make(file)) {
        assertThatThrownBy(() -> SqliteEvents.open(file).close())
            .isInstanceOf(StartRefused.class)
            .satisfies(refused -> trouble.verify(refused.getMessage(), file));
      }
    }
  }

  /** Read for the first time by what starts after the file was opened. */
  @Test
  void givenADamagedTableOfEvents_whenTheWriterStarts_thenTheStartIsRefused() throws Exception {
    var file = folder.resolve("events.db");
    try (var store = new TestStore(folder)) {
      for (int i = 0; i < 10; i++) {
        store.publish(event("a", i, "x".repeat(2_000)));
      }
    }
    overwriteTableOfEvents(file);
    try (var database = SqliteEvents.open(file);
        var context = new GenericApplicationContext()) {
      assertThatThrownBy(
              () ->
                  new EventStoreConfiguration()
                      .eventWriter(database, new SimpleMeterRegistry(), context))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("the file is damaged (SQLITE_CORRUPT")
          .hasMessageContaining(file.toString());
    }
  }

  private static void overwriteTableOfEvents(Path file) throws Exception {
    long page;
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT rootpage FROM sqlite_schema WHERE name = 'DomainEventEntry'")) {
      page = row.getLong(1);
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[4096]), (page - 1) * 4096);
    }
  }

  @Test
  void givenAFileOfANewerVersion_whenOpened_thenTheStartIsRefused() throws Exception {
    new TestStore(folder).close();
    var file = folder.resolve("events.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO flyway_schema_history SELECT 2, '999', 'later', type, 'V999__later.sql', 1,"
              + " installed_by, installed_on, 1, 1 FROM flyway_schema_history WHERE version = '1'");
    }

    assertThatThrownBy(() -> SqliteEvents.open(file))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("newer");
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
