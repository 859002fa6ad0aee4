package io.tenantry.platform.eventstore;

import static io.tenantry.platform.eventstore.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.engines.Postgres;
import io.tenantry.platform.StartRefused;
import io.tenantry.platform.postgres.PostgresServer;
import io.tenantry.platform.postgres.PostgresServers;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that goes away, or does not let this process do its work. */
class PostgresTroubleTest {

  @TempDir Path folder;
  PostgresServer server;

  @BeforeEach
  void find() {
    server = PostgresServers.of(folder);
  }

  @Test
  void givenConnectionsThatTheServerEnds_whenWritten_thenToldAndThenItGoesOnBehindTheHead()
      throws Exception {
    try (var store = TestStore.open(Database.POSTGRES, folder)) {
      store.publish(event("a", 0));
      endConnections();

      assertThatThrownBy(() -> store.publish(event("a", 1)))
          .isInstanceOf(EventStoreUnavailable.class);
      store.publish(event("a", 1));
      store.publish(event("b", 0));

      assertThat(store.all()).extracting(TestStore::position).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void givenConnectionsThatTheServerEnds_whenNothingIsWritten_thenTheyAreBackForTheNextWrite()
      throws Exception {
    try (var store = new TestStore(PostgresEvents.open(server), Duration.ofMillis(50), () -> {})) {
      store.publish(event("a", 0));
      int before = holder();
      endConnections();
      Awaitility.await().until(() -> holder() != 0 && holder() != before);

      store.publish(event("a", 1));

      assertThat(store.writer.head()).isEqualTo(2);
    }
  }

  @Test
  void givenAnotherProcessThatHasTheEvents_whenNothingIsWritten_thenThisOneIsToldThatItLostThem()
      throws Exception {
    var lost = new CompletableFuture<Void>();
    try (var store =
        new TestStore(
            PostgresEvents.open(server), Duration.ofMillis(50), () -> lost.complete(null))) {
      store.publish(event("a", 0));
      try (var other = Postgres.takeLock(folder)) {
        assertThat(lost).succeedsWithin(Duration.ofSeconds(20));
        assertThatThrownBy(() -> store.publish(event("a", 1)))
            .isInstanceOf(EventStoreUnavailable.class);
      }
    }
  }

  /** The server's process that has the lock of the one that writes; 0 for none. */
  private int holder() throws SQLException {
    return Postgres.locks(folder, "coalesce(max(pid), 0)", "granted");
  }

  @Test
  void givenAUserInTheUrl_whenOpened_thenTheStartIsRefusedWithoutIt() {
    assertRefused("jdbc:postgresql://nu:hidden-1@127.0.0.1:1/x", "x", "SPRING_DATASOURCE_USERNAME");
    assertRefused("jdbc:postgresql://h:1,nu:hidden-1@h2/x", "x", "SPRING_DATASOURCE_USERNAME");
    assertRefused("jdbc:postgresql:nu:hidden-1@h2/x", "x", "SPRING_DATASOURCE_USERNAME");
  }

  @Test
  void givenACommitWhoseAnswerIsLost_whenItHasArrived_thenItIsSeenAndTheNextComesBehindIt()
      throws Exception {
    var lost = new AtomicBoolean();
    try (var store = new TestStore(losingAnswers(PostgresEvents.open(server), lost))) {
      store.publish(event("a", 0));
      lost.set(true);

      assertThatThrownBy(() -> store.publish(event("a", 1)))
          .isInstanceOf(EventStoreUnavailable.class);
      assertThat(store.writer.head()).isEqualTo(2);
      store.publish(event("a", 2));

      assertThat(store.all()).extracting(TestStore::position).containsExactly(1L, 2L, 3L);
    }
  }

  private static EventsDatabase losingAnswers(PostgresEvents real, AtomicBoolean lost) {
    return new Around(real) {
      @Override
      public EventTable table() {
        return new PostgresEventTable(() -> losing(real.openWriter(), lost), "here");
      }
    };
  }

  private static Connection losing(Connection real, AtomicBoolean lost) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(real, arguments);
              if (method.getName().equals("commit") && lost.getAndSet(false)) {
                throw new SQLException("the answer was lost", "08006");
              }
              return result;
            });
  }

  @Test
  void givenAProcessThatWrites_whenAnotherWouldToo_thenItIsRefusedUntilTheFirstHasEnded()
      throws Exception {
    try (var store = TestStore.open(Database.POSTGRES, folder)) {
      store.publish(event("a", 0));

      assertThatThrownBy(() -> TestStore.open(Database.POSTGRES, folder))
          .isInstanceOf(AnotherWrites.class)
          .hasMessageContaining("in use by another Tenantry process");
    }
    try (var store = TestStore.open(Database.POSTGRES, folder)) {
      store.publish(event("a", 1));
      assertThat(store.writer.head()).isEqualTo(2);
    }
  }

  @Test
  void givenAServerThatAcknowledgesBeforeItHasWritten_whenTheWriterConnects_thenNotToIt()
      throws Exception {
    var events = PostgresEvents.open(server);
    try (var connection = events.openWriter();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SHOW synchronous_commit")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("on");
    }
    events.close();
  }

  @Test
  void givenTablesOfANewerVersion_whenOpened_thenTheStartIsRefused() throws Exception {
    PostgresEvents.open(server).close();
    try (var connection = Postgres.connect(folder, PostgresEvents.SCHEMA);
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO flyway_schema_history SELECT 9, '999', 'later', type, 'V999__later.sql', 1,"
              + " installed_by, installed_on, 1, true FROM flyway_schema_history"
              + " WHERE version = '1'");
    }

    assertThatThrownBy(() -> PostgresEvents.open(server))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("newer");
  }

  @Test
  void givenNoServer_whenOpened_thenTheStartIsRefusedInOneLine() {
    assertRefused("jdbc:postgresql://127.0.0.1:1/x?password=hidden-1", "x", "127.0.0.1:1/x");
  }

  @Test
  void givenNoDatabase_whenOpened_thenTheStartIsRefusedInOneLine() {
    String url = Postgres.url(folder).replaceFirst("/[^/?]+\\?", "/nowhere?");
    assertRefused(url, Postgres.USER, "CREATE DATABASE");
  }

  @Test
  void givenAUserWhoMayNotMakeTables_whenOpened_thenTheStartIsRefusedInOneLine() throws Exception {
    try (var connection = Postgres.connect(folder, "public");
        var statement = connection.createStatement()) {
      statement.execute("CREATE ROLE stranger LOGIN");
    }
    String url = Postgres.url(folder).replaceAll("user=[^&]+&?", "");
    assertRefused(url, "stranger", "needs CREATE on the database");
  }

  @Test
  void givenAnotherDatabasesUrl_whenOpened_thenTheStartIsRefusedWithoutIt() {
    assertRefused("jdbc:mysql://127.0.0.1/x?password=hidden-1", "x", "no URL of PostgreSQL");
  }

  private static void assertRefused(String url, String user, String because) {
    assertThatThrownBy(() -> PostgresEvents.open(PostgresServers.at(url, user, "hidden-2")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(because)
        .message()
        .doesNotContain("\n", "hidden-1", "hidden-2");
  }

  private void endConnections() throws SQLException {
    try (var connection = Postgres.connect(folder, "public");
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }
  }
}
