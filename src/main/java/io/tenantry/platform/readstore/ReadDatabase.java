package io.tenantry.platform.readstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.platform.StartRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file of the read models: one connection that writes, and a few that only read. Neither
 * is a {@code DataSource} bean, so that nothing takes it for the one database of the application.
 *
 * <p>A crash of the machine may lose the newest commits ({@code synchronous=NORMAL}), never tear
 * one; the events bring them back.
 */
final class ReadDatabase implements AutoCloseable {

  private static final int BUSY_MILLIS = 10_000;

  /** Projections that read at the same time; more of them take turns. */
  private static final int PROJECTORS = 4;

  private static final Logger log = LoggerFactory.getLogger(ReadDatabase.class);

  private final Path file;
  private final SingleConnectionDataSource writer;
  private final HikariDataSource projectors;
  private final HikariDataSource readers;

  private ReadDatabase(Path file, SingleConnectionDataSource writer) {
    this.file = file;
    this.writer = writer;
    projectors = readers(file, "read.db projectors", PROJECTORS);
    // a native call holds the carrier of its virtual thread: never take them all, but on the
    // smallest machines one long read must not stop the others
    readers = readers(file, "read.db", Math.max(2, Runtime.getRuntime().availableProcessors() - 1));
  }

  /**
   * Opens the file, makes it when it is not there, and brings its tables up to date.
   *
   * @throws StartRefused when it can not be opened, or was made by a newer release
   */
  static ReadDatabase open(Path file) {
    SQLiteDataSource source = source(file, TransactionMode.IMMEDIATE);
    try {
      migrate(file, Flyway.configure().dataSource(source).locations("classpath:db/read").load());
      var writer = new SingleConnectionDataSource(source.getConnection(), true);
      return new ReadDatabase(file, writer);
    } catch (SQLException | FlywayException e) {
      throw new StartRefused(
          "The read models in " + file + " cannot be opened: " + oneLine(root(e).getMessage()));
    }
  }

  private static void migrate(Path file, Flyway flyway) {
    for (var migration : flyway.info().applied()) {
      if (migration.getState().isApplied() && !migration.getState().isResolved()) {
        throw new StartRefused(
            "The read models were made by a newer Tenantry: remove " + file + ", and start again.");
      }
    }
    flyway.migrate();
  }

  private static HikariDataSource readers(Path file, String name, int connections) {
    var pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setDataSource(source(file, TransactionMode.DEFERRED));
    pool.setConnectionInitSql("PRAGMA query_only=1");
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(BUSY_MILLIS);
    pool.setMaxLifetime(0);
    return new HikariDataSource(pool);
  }

  private static SQLiteDataSource source(Path file, TransactionMode mode) {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setTransactionMode(mode);
    config.setBusyTimeout(BUSY_MILLIS);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** What SQLite itself says, such as that its disk is full. */
  private static Throwable root(Throwable failure) {
    return failure.getCause() == null ? failure : root(failure.getCause());
  }

  private static String oneLine(@Nullable String message) {
    return String.valueOf(message).strip().lines().findFirst().orElse("");
  }

  Path file() {
    return file;
  }

  DataSource writer() {
    return writer;
  }

  /**
   * After a failure. The driver takes auto-commit for switched off also where the transaction could
   * not begin (another process held the lock too long), and then never begins another: every commit
   * would fail from there on.
   */
  void settle() {
    try {
      var connection = writer.getConnection();
      if (!connection.getAutoCommit()) {
        undo(connection);
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      // it ends what is not there any more; the driver has noted the switch before it tried
      log.debug("The writing connection had no transaction to end", e);
    }
  }

  private static void undo(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      log.debug("The writing connection had no transaction to undo", e);
    }
  }

  DataSource readers() {
    return readers;
  }

  /** Reads for the projections, which must not queue behind all those who wait for them. */
  DataSource projectors() {
    return projectors;
  }

  @Override
  public void close() {
    projectors.close();
    readers.close();
    writer.destroy();
  }
}
