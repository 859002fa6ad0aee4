package io.tenantry.platform.readstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.platform.Migrations;
import io.tenantry.platform.StartRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file of the read models: one connection that writes, and a few that only read.
 *
 * <p>A crash of the machine may lose the newest commits ({@code synchronous=NORMAL}), never tear
 * one; the events bring them back.
 */
final class SqliteReadDatabase implements ReadDatabase {

  private static final int BUSY_MILLIS = 10_000;

  /** Projections that read at the same time; more of them take turns. */
  private static final int PROJECTORS = 4;

  private static final Logger log = LoggerFactory.getLogger(SqliteReadDatabase.class);

  private static final SQLExceptionTranslator TRANSLATOR = new SqliteExceptionTranslator();

  private final Path file;
  private final SingleConnectionDataSource connection;
  private final JdbcTemplate writer;
  private final TransactionTemplate transaction;

  /**
   * The writing connection serves one processor at a time, without asking the disk for its lock.
   */
  private final ReentrantLock writing = new ReentrantLock(true);

  private final HikariDataSource projectors;
  private final HikariDataSource readers;

  private SqliteReadDatabase(Path file, SingleConnectionDataSource connection) {
    this.file = file;
    this.connection = connection;
    writer = new JdbcTemplate(connection);
    writer.setExceptionTranslator(TRANSLATOR);
    var transactions = new JdbcTransactionManager(connection);
    transactions.setExceptionTranslator(TRANSLATOR);
    transaction = new TransactionTemplate(transactions);
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
  static SqliteReadDatabase open(Path file) {
    SQLiteDataSource source = source(file, TransactionMode.IMMEDIATE);
    try {
      Migrations.run(
          "db/read",
          flyway -> flyway.dataSource(source),
          "the read models in " + file,
          "remove %s, and start again".formatted(file));
      var writer = new SingleConnectionDataSource(source.getConnection(), true);
      return new SqliteReadDatabase(file, writer);
    } catch (SQLException | FlywayException e) {
      throw new StartRefused(
          "The read models in " + file + " cannot be opened: " + oneLine(root(e).getMessage()));
    }
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

  @Override
  public JdbcOperations writer() {
    return writer;
  }

  @Override
  public void inTransaction(Runnable work) {
    writing.lock();
    try {
      transaction.executeWithoutResult(status -> work.run());
    } catch (RuntimeException e) {
      settle();
      throw e;
    } finally {
      writing.unlock();
    }
  }

  /**
   * After a failure. The driver takes auto-commit for switched off also where the transaction could
   * not begin (another process held the lock too long), and then never begins another: every commit
   * would fail from there on.
   */
  private void settle() {
    try {
      var broken = connection.getConnection();
      if (!broken.getAutoCommit()) {
        undo(broken);
        broken.setAutoCommit(true);
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

  @Override
  public DataSource readers() {
    return readers;
  }

  @Override
  public DataSource projectors() {
    return projectors;
  }

  @Override
  public JdbcDialect dialect() {
    return SqliteJdbcDialect.INSTANCE;
  }

  @Override
  public SQLExceptionTranslator translator() {
    return TRANSLATOR;
  }

  @Override
  public String where() {
    return file.toString();
  }

  @Override
  public String howToReset() {
    return "remove " + file;
  }

  @Override
  public void close() {
    projectors.close();
    readers.close();
    connection.destroy();
  }
}
