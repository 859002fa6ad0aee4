package io.tenantry.platform.readstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.tenantry.platform.Migrations;
import io.tenantry.platform.StartRefused;
import io.tenantry.platform.sqlite.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
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

  private final Path file;
  private final SQLExceptionTranslator translator;
  private final SingleConnectionDataSource connection;
  private final JdbcTemplate writer;
  private final JdbcTransactionManager transactions;

  /**
   * The writing connection serves one processor at a time, without asking the disk for its lock.
   */
  private final ReentrantLock writing = new ReentrantLock(true);

  private final HikariDataSource projectors;
  private final HikariDataSource readers;

  private SqliteReadDatabase(SqliteFile file, SingleConnectionDataSource connection) {
    this.file = file.path();
    this.translator = new SqliteExceptionTranslator(file);
    this.connection = connection;
    writer = new JdbcTemplate(connection);
    writer.setExceptionTranslator(translator);
    transactions = new JdbcTransactionManager(connection);
    transactions.setExceptionTranslator(translator);
    projectors = readers(this.file, "read.db projectors", PROJECTORS);
    // more than there is costly work at once, so that short reads find one free
    readers =
        readers(this.file, "read.db", Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Opens the file, makes it when it is not there, and brings its tables up to date.
   *
   * @throws StartRefused when it cannot be opened, or was made by a newer release
   */
  static SqliteReadDatabase open(Path path) {
    var file = new SqliteFile(path, SqliteFile.Holds.READ_MODELS);
    SQLiteDataSource source = source(path, TransactionMode.IMMEDIATE);
    try {
      Migrations.run(
          "db/read",
          flyway -> flyway.dataSource(source),
          file.name(),
          "remove %s, and start again".formatted(path));
      var writer = new SingleConnectionDataSource(source.getConnection(), true);
      return new SqliteReadDatabase(file, writer);
    } catch (SQLException | FlywayException | PoolInitializationException e) {
      throw file.refused(e);
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

  @Override
  public JdbcOperations writer() {
    return writer;
  }

  @Override
  public void inTransaction(Runnable work) {
    writing.lock();
    try {
      run(transactions.getTransaction(null), work);
    } catch (CannotCreateTransactionException e) {
      settle();
      throw e.getCause() instanceof SQLException failure ? translated(failure, e) : e;
    } catch (RuntimeException e) {
      settle();
      throw e;
    } finally {
      writing.unlock();
    }
  }

  /**
   * Not by a {@code TransactionTemplate}: after a full disk or an I/O error SQLite has rolled back
   * already, and the template would throw the failure of its own rollback instead.
   */
  private void run(TransactionStatus status, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      rollBack(status);
      throw e;
    }
    transactions.commit(status);
  }

  private void rollBack(TransactionStatus status) {
    try {
      transactions.rollback(status);
    } catch (TransactionException | DataAccessException e) {
      log.debug("The writing connection had no transaction to undo", e);
    }
  }

  /** Spring translates what statements and commits throw, but not what begins a transaction. */
  private RuntimeException translated(SQLException failure, RuntimeException otherwise) {
    var translated = translator.translate("begin", null, failure);
    return translated == null ? otherwise : translated;
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
    return translator;
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
