package io.tenantry.engines;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server, one for the process, in which each folder has a database. */
public final class Postgres {

  private static @Nullable EmbeddedPostgres server;
  private static final Set<String> DATABASES = new HashSet<>();

  private Postgres() {}

  /** Its superuser needs no password. */
  public static final String USER = "postgres";

  /** Where the database of that folder is; it is made when it is not there. */
  public static synchronized String url(Path folder) {
    return url(name(folder));
  }

  /** Likewise for a database of that name. */
  public static synchronized String url(String database) {
    if (DATABASES.add(database)) {
      try (var connection = DriverManager.getConnection(server().getJdbcUrl(USER, USER));
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + database);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return server().getJdbcUrl(USER, database);
  }

  public static Connection connect(Path folder, String schema) throws SQLException {
    return DriverManager.getConnection(url(folder) + "&currentSchema=" + schema);
  }

  private static EmbeddedPostgres server() {
    if (server == null) {
      try {
        server =
            EmbeddedPostgres.builder()
                // many services in one process, each with its pools
                .setServerConfig("max_connections", "500")
                .setServerConfig("synchronous_commit", "off")
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }

  private static String name(Path folder) {
    return "t" + Integer.toHexString(folder.toAbsolutePath().toString().hashCode());
  }

  /**
   * Another takes the lock of the process that writes, whose connection ends meanwhile.
   *
   * @return who has it now, until closed
   */
  public static Connection takeLock(Path folder) throws SQLException {
    var other = connect(folder, "public");
    var taken =
        CompletableFuture.runAsync(
            () -> {
              try (var statement = other.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(6074882276148539513)");
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    Awaitility.await().until(() -> locks(folder, "count(*)", "NOT granted") == 1);
    locks(folder, "count(pg_terminate_backend(pid))", "granted");
    taken.join();
    return other;
  }

  /**
   * Asks for the advisory locks in the folder's database.
   *
   * @param what a number, such as {@code count(*)}
   * @param which a condition, such as {@code granted}
   */
  public static int locks(Path folder, String what, String which) throws SQLException {
    try (var connection = connect(folder, "public");
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT %s FROM pg_locks WHERE locktype = 'advisory' AND database =".formatted(what)
                    + " (SELECT oid FROM pg_database WHERE datname = current_database()) AND "
                    + which)) {
      row.next();
      return row.getInt(1);
    }
  }
}
