package io.tenantry.load;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.engines.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events that are many times the heap are read into read models that are behind. {@code
 * -Dbacklog.events=10000} for as many in the long form.
 */
class LargeBacklogTest {

  private static final String HEAP = "-Xmx256m";
  private static final String CONFIGURATION = "{\"a\":\"" + "x".repeat(900_000) + "\"}";
  private static final long SECONDS_TO_END = 30;

  /** Copies of the newest event, a model's creation, each of a model of its own. */
  private static final String SQLITE_COPIES =
      """
      WITH RECURSIVE copies(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM copies WHERE i < %1$d),
        newest AS (SELECT * FROM DomainEventEntry WHERE payloadType = 'model.created'
                   ORDER BY globalIndex DESC LIMIT 1),
        head AS (SELECT max(globalIndex) AS last FROM DomainEventEntry)
      INSERT INTO DomainEventEntry
      SELECT last + i, eventIdentifier || i, replace(aggregateIdentifier, '%2$s', copy(i)), 0, type,
        timeStamp, payloadType, payloadRevision,
        CAST(replace(CAST(payload AS TEXT), '%2$s', copy(i)) AS BLOB), metaData
      FROM copies, newest, head
      """
          .replace("copy(i)", "substr('%2$s', 1, 24) || printf('%%012d', i)");

  private static final String POSTGRES_COPIES =
      """
      WITH newest AS (SELECT * FROM DomainEventEntry WHERE payloadType = 'model.created'
                      ORDER BY globalIndex DESC LIMIT 1),
        head AS (SELECT max(globalIndex) AS last FROM DomainEventEntry)
      INSERT INTO DomainEventEntry
      SELECT last + i, eventIdentifier || i, replace(aggregateIdentifier, '%2$s', copy(i)), 0, type,
        timeStamp, payloadType, payloadRevision,
        convert_to(replace(convert_from(payload, 'UTF8'), '%2$s', copy(i)), 'UTF8'), metaData
      FROM generate_series(1, %1$d) AS copies(i), newest, head
      """
          .replace("copy(i)", "substr('%2$s', 1, 24) || lpad(i::text, 12, '0')");

  @TempDir Path parent;

  @Test
  void givenEventsOfSomeHeaps_whenCatchingUp_thenItBecomesReadyWithinItsHeap() throws Exception {
    catchUp(300, 120);
  }

  @Tag("long")
  @Test
  void givenEventsOfManyHeaps_whenCatchingUp_thenItBecomesReadyWithinItsHeap() throws Exception {
    catchUp(Integer.getInteger("backlog.events", 600), 1_800);
  }

  private void catchUp(int events, long seconds) throws Exception {
    var folder = parent.resolve("data");
    Engines.chosen().use(folder);
    String model = makeEvents(folder, events);

    try (var server = ServerProcess.startUnready(folder, HEAP)) {
      server.awaitLive();
      long begun = System.nanoTime();
      server.terminate();
      assertThat(server.awaitExit()).isIn(0, 143);
      assertThat(System.nanoTime() - begun).isLessThan(SECONDS.toNanos(SECONDS_TO_END));
    }
    try (var server = ServerProcess.startUnready(folder, HEAP);
        var api = new Api(server.port)) {
      server.awaitReady(seconds);
      System.out.printf(
          "[load] %s: %d events of 900 KB caught up in %d ms%n", HEAP, events, server.startMillis);
      for (int i : new int[] {1, events / 2, events}) {
        api.model("acme", model.substring(0, 24) + "%012d".formatted(i)).is(200);
      }
      api.register("after", "After").is(201);
      assertThat(server.output()).doesNotContain("OutOfMemoryError").doesNotContain(" ERROR ");
    }
  }

  /** The id of the model that was copied. */
  private static String makeEvents(Path folder, int events) throws Exception {
    String model;
    try (var server = ServerProcess.start(folder);
        var api = new Api(server.port)) {
      api.register("acme", "Acme").is(201);
      var created = api.createModel("acme", "m", CONFIGURATION);
      created.is(201);
      model = created.tree().at("/data/id").asString();
      server.terminate();
      server.awaitExit();
    }
    boolean postgres = Engines.of(folder).postgres();
    try (var db = connect(folder, postgres);
        var insert = db.createStatement()) {
      insert.executeUpdate((postgres ? POSTGRES_COPIES : SQLITE_COPIES).formatted(events, model));
    }
    return model;
  }

  private static Connection connect(Path folder, boolean postgres) throws SQLException {
    return postgres
        ? Postgres.connect(folder, "tenantry_events")
        : DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.db"));
  }
}
