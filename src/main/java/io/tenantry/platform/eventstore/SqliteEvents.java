package io.tenantry.platform.eventstore;

import io.tenantry.platform.Migrations;
import io.tenantry.platform.StartRefused;
import io.tenantry.platform.sqlite.SqliteErrors;
import io.tenantry.platform.sqlite.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** The SQLite file of the events. */
final class SqliteEvents implements EventsDatabase {

  private static final int BUSY_MILLIS = 5_000;

  private final SqliteFile file;
  private final String storeId;
  private final ReaderPool readers;

  private SqliteEvents(SqliteFile file) throws SQLException {
    this.file = file;
    Migrations.run(
        "db/events", flyway -> flyway.dataSource(dataSource()), file.name(), "start that version");
    this.storeId = storeId();
    // enough that many writers need not wait for each other's short reads
    this.readers =
        new ReaderPool(
            Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), this::openReader);
  }

  /**
   * @throws StartRefused when the file cannot be used, or was written by a newer Tenantry
   */
  static SqliteEvents open(Path path) {
    var file = new SqliteFile(path, SqliteFile.Holds.EVENTS);
    try {
      return new SqliteEvents(file);
    } catch (SQLException | FlywayException e) {
      throw file.refused(e);
    }
  }

  /** The connection of the one writer: an fsync at each commit, and nobody else may write. */
  Connection openWriter() throws SQLException {
    var connection = dataSource().getConnection();
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  private Connection openReader() throws SQLException {
    var config = config(TransactionMode.DEFERRED);
    var connection = config.createConnection(url());
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only=1");
    }
    return connection;
  }

  @Override
  public EventTable table() {
    return new SqliteEventTable(this::openWriter, file);
  }

  @Override
  public ReaderPool readers() {
    return readers;
  }

  @Override
  public LogStatements statements() {
    return new LogStatements(LogStatements.AGGREGATE, LogStatements.TRACKED);
  }

  @Override
  public PersistenceExceptionResolver duplicates() {
    return SqliteErrors::isDuplicate;
  }

  @Override
  public StartRefused refused(SQLException failure) {
    return file.refused(failure);
  }

  @Override
  public String explain(Throwable failure) {
    return file.explain(failure);
  }

  @Override
  public String where() {
    return file.path().toString();
  }

  @Override
  public String id() {
    return storeId;
  }

  private SQLiteDataSource dataSource() {
    var source = new SQLiteDataSource(config(TransactionMode.IMMEDIATE));
    source.setUrl(url());
    return source;
  }

  private String url() {
    return "jdbc:sqlite:" + file.path();
  }

  private static SQLiteConfig config(TransactionMode mode) {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(mode);
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  private String storeId() throws SQLException {
    try (var connection = openWriter();
        var insert = connection.prepareStatement("INSERT OR IGNORE INTO store_info VALUES (1, ?)");
        var select = connection.prepareStatement("SELECT store_id FROM store_info")) {
      insert.setString(1, UUID.randomUUID().toString());
      insert.executeUpdate();
      connection.commit();
      try (var row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Override
  public void close() {
    readers.close();
  }
}
