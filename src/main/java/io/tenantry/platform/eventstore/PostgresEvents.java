package io.tenantry.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.platform.Migrations;
import io.tenantry.platform.StartRefused;
import io.tenantry.platform.postgres.Limits;
import io.tenantry.platform.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.support.JdbcUtils;

/** The schema {@value #SCHEMA} of a PostgreSQL database. */
final class PostgresEvents implements EventsDatabase {

  static final String SCHEMA = "tenantry_events";

  private static final String USE = "SET search_path TO " + SCHEMA;

  /** So large that what is read at once stays below {@code BATCH_BYTES} by one event at most. */
  private static final String UP_TO_BYTES =
      "SELECT %s FROM (SELECT *, sum(octet_length(payload)) OVER (ORDER BY %s)"
          + " - octet_length(payload) AS bytesBefore FROM (%s) rows) sized"
          + " WHERE bytesBefore < %d ORDER BY %s";

  private final PostgresServer server;
  private final DataSource writer;
  private final HikariDataSource readers;
  private final String where;
  private final String storeId;

  private PostgresEvents(PostgresServer server) throws SQLException {
    this.server = server;
    where = server.where();
    Migrations.run(
        "db/events-postgres",
        flyway -> flyway.dataSource(server.source(Limits.MIGRATION)).schemas(SCHEMA),
        "the events in " + where,
        "start that version");
    writer = server.source(Limits.SHORT);
    storeId = makeStoreId();
    readers = server.pool("events", Limits.SHORT, USE);
  }

  /**
   * @throws StartRefused when it cannot be reached, its user may not make tables, or a newer
   *     Tenantry has written it
   */
  static PostgresEvents open(PostgresServer server) {
    try {
      return new PostgresEvents(server);
    } catch (SQLException | FlywayException e) {
      throw server.refused("the events", e);
    }
  }

  /** The connection of the one writer, which waits for the disk at each commit. */
  Connection openWriter() throws SQLException {
    var connection = writer.getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute(USE);
      // what is acknowledged is on disk, whatever the server's configuration makes of others
      statement.execute(
          "SELECT set_config('synchronous_commit', 'on', false)"
              + " WHERE current_setting('synchronous_commit') = 'off'");
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      JdbcUtils.closeConnection(connection);
      throw e;
    }
  }

  private String makeStoreId() throws SQLException {
    try (var connection = openWriter();
        var insert =
            connection.prepareStatement(
                "INSERT INTO store_info VALUES (1, ?) ON CONFLICT DO NOTHING");
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
  public StartRefused refused(SQLException failure) {
    return server.refused("the events", failure);
  }

  @Override
  public String explain(Throwable failure) {
    return PostgresErrors.explain(failure);
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public String id() {
    return storeId;
  }

  @Override
  public EventTable table() {
    return new PostgresEventTable(this::openWriter, where);
  }

  @Override
  public ConnectionProvider readers() {
    return readers::getConnection;
  }

  /** The driver takes a whole answer into memory, so the statement says where it ends. */
  @Override
  public LogStatements statements() {
    return new LogStatements(
        upToBytes("sequenceNumber", LogStatements.AGGREGATE),
        upToBytes("globalIndex", LogStatements.TRACKED));
  }

  private static String upToBytes(String order, String select) {
    return UP_TO_BYTES.formatted(
        LogStatements.FIELDS, order, select, GroupCommitEventStorageEngine.BATCH_BYTES, order);
  }

  @Override
  public PersistenceExceptionResolver duplicates() {
    return PostgresErrors::isDuplicate;
  }

  @Override
  public void close() {
    readers.close();
  }
}
