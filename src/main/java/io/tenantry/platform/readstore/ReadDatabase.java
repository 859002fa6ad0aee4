package io.tenantry.platform.readstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.platform.StartRefused;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
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

  private final Path file;
  private final SingleConnectionDataSource writer;
  private final HikariDataSource readers;

  private ReadDatabase(Path file, SingleConnectionDataSource writer, HikariDataSource readers) {
    this.file = file;
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Opens the file, makes it when it is not there, and brings its tables up to date.
   *
   * @throws StartRefused when it can not be opened, or was made by a newer release
   */
  static ReadDatabase open(Path file) {
    SQLiteDataSource source = source(file, TransactionMode.IMMEDIATE);
    try {
      Flyway.configure().dataSource(source).locations("classpath:db/read").load().migrate();
      var writer = new SingleConnectionDataSource(source.getConnection(), true);
      return new ReadDatabase(file, writer, readers(file));
    } catch (SQLException | FlywayException e) {
      throw new StartRefused(
          "The read models in " + file + " cannot be opened: " + oneLine(e.getMessage()));
    }
  }

  private static HikariDataSource readers(Path file) {
    var pool = new HikariConfig();
    pool.setPoolName("read.db");
    pool.setDataSource(source(file, TransactionMode.DEFERRED));
    pool.setConnectionInitSql("PRAGMA query_only=1");
    // a native call holds the carrier of its virtual thread: never take them all, but on the
    // smallest machines one long read must not stop the others
    pool.setMaximumPoolSize(Math.max(2, Runtime.getRuntime().availableProcessors() - 1));
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

  private static String oneLine(@Nullable String message) {
    return String.valueOf(message).strip().lines().findFirst().orElse("");
  }

  Path file() {
    return file;
  }

  DataSource writer() {
    return writer;
  }

  DataSource readers() {
    return readers;
  }

  @Override
  public void close() {
    readers.close();
    writer.destroy();
  }
}
