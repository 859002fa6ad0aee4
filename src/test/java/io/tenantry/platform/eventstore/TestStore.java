package io.tenantry.platform.eventstore;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenantry.platform.postgres.PostgresServers;
import io.tenantry.platform.sqlite.SqliteFile;
import io.tenantry.sample.events.SampleHappened;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** The event store of a folder, without Spring. */
final class TestStore implements AutoCloseable {

  final EventsDatabase database;
  final EventWriter writer;
  final GroupCommitEventStorageEngine engine;
  final LiveEventStore store;

  /** Each query takes a connection once. */
  final AtomicInteger queries = new AtomicInteger();

  /** Changes the writer's connection, such as by limiting what it may write. */
  interface Trouble {
    void make(Connection connection) throws SQLException;
  }

  /** The same folder is the same store. */
  static TestStore open(Database kind, Path folder) throws SQLException {
    return new TestStore(
        switch (kind) {
          case SQLITE -> SqliteEvents.open(folder.resolve("events.db"));
          case POSTGRES -> PostgresEvents.open(PostgresServers.of(folder));
        });
  }

  TestStore(Path folder) throws SQLException {
    this(SqliteEvents.open(folder.resolve("events.db")));
  }

  TestStore(Path folder, Trouble trouble) throws SQLException {
    this(troubled(SqliteEvents.open(folder.resolve("events.db")), trouble));
  }

  TestStore(EventsDatabase real) throws SQLException {
    this(real, Duration.ofHours(1), () -> {});
  }

  /**
   * @param idle as the writer takes it
   */
  TestStore(EventsDatabase real, Duration idle, Runnable lost) throws SQLException {
    database = counting(real);
    writer =
        EventWriter.start(
            database.table(), new EventStoreMetrics(new SimpleMeterRegistry()), idle, lost);
    engine =
        new GroupCommitEventStorageEngine(
            writer,
            database,
            StoredNameSerializer.of(StoredNames.of(List.of(SampleHappened.class))),
            NoOpEventUpcaster.INSTANCE);
    store = new LiveEventStore(EmbeddedEventStore.builder(), engine);
  }

  private static EventsDatabase troubled(SqliteEvents real, Trouble trouble) {
    return new Around(real) {
      @Override
      public EventTable table() {
        return new SqliteEventTable(
            () -> {
              var connection = real.openWriter();
              trouble.make(connection);
              return connection;
            },
            new SqliteFile(Path.of(real.where()), SqliteFile.Holds.EVENTS));
      }
    };
  }

  private EventsDatabase counting(EventsDatabase real) {
    return new Around(real) {
      @Override
      public ConnectionProvider readers() {
        return () -> {
          queries.incrementAndGet();
          return real.readers().getConnection();
        };
      }
    };
  }

  static GenericDomainEventMessage<SampleHappened> event(String aggregate, long sequence) {
    return event(aggregate, sequence, "something");
  }

  static GenericDomainEventMessage<SampleHappened> event(
      String aggregate, long sequence, String what) {
    return new GenericDomainEventMessage<>(
        "Sample", aggregate, sequence, new SampleHappened(what, sequence));
  }

  void publish(GenericDomainEventMessage<?>... events) {
    store.publish(Arrays.asList(events));
  }

  /** All that is there, as a follower gets it. */
  List<TrackedEventMessage<?>> all() {
    try (var stream = store.openStream(null)) {
      return next(stream, (int) writer.head());
    }
  }

  static List<TrackedEventMessage<?>> next(TrackingEventStream stream, int count) {
    var events = new ArrayList<TrackedEventMessage<?>>();
    try {
      while (events.size() < count && stream.hasNextAvailable(30, TimeUnit.SECONDS)) {
        events.add(stream.nextAvailable());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return events;
  }

  static long position(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }

  @Override
  public void close() {
    store.shutDown();
    writer.close();
    database.close();
  }
}
