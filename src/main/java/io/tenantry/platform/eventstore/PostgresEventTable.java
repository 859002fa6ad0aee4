package io.tenantry.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * One connection that writes, for as long as it lasts alone: whoever opens another waits for its
 * end, so what it has left undone is decided before anything else is written.
 *
 * <p>Each group takes a lock before it looks for the head and gives it back with its commit, so
 * positions follow the order of commits without gaps, whoever writes.
 */
final class PostgresEventTable extends SqlEventTable<PostgresEventTable.Statements> {

  /** Of a session: the one process that writes. */
  private static final long PROCESS = 6074882276148539513L;

  private static final String ALONE = "SELECT pg_advisory_lock(" + PROCESS + ")";

  /** Of a transaction, and then the head: one round trip, each with a look of its own. */
  private static final String LOCK_AND_HEAD =
      "SELECT pg_advisory_xact_lock(6074882276148539514); " + EventInsert.HEAD;

  /** A row that is there already is told by a count, and leaves the transaction whole. */
  private static final String INSERT = EventInsert.SQL + " ON CONFLICT DO NOTHING";

  /** Who has the first lock, in the two halves of its number that the server keeps. */
  private static final String HOLDER =
      "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
          + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
          + " AND (classid::bigint << 32) + objid::bigint = "
          + PROCESS;

  private static final int SECONDS_TO_ANSWER = 5;

  private final String where;

  /** The server's process of the last connection; 0 before the first. */
  private int session;

  PostgresEventTable(Opener opener, String where) {
    super(opener);
    this.where = where;
  }

  @Override
  Statements prepare(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(ALONE);
      connection.commit();
    } catch (SQLException e) {
      if (PostgresErrors.LOCK_NOT_AVAILABLE.equals(e.getSQLState()) && !isOurs(connection)) {
        throw new AnotherWrites(where, e);
      }
      throw e;
    }
    session = connection.unwrap(PGConnection.class).getBackendPID();
    return new Statements(
        connection,
        connection.prepareStatement(LOCK_AND_HEAD),
        connection.prepareStatement(INSERT));
  }

  /** A session of ours that the network has cut off lasts until the server notices. */
  private boolean isOurs(Connection connection) throws SQLException {
    connection.rollback();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(HOLDER)) {
      return row.next() && row.getInt(1) == session;
    }
  }

  /**
   * Takes the lock back at once: who waits for the next write finds another process in its place.
   */
  @Override
  public boolean keep() throws SQLException {
    var table = inUse();
    if (table != null && table.connection().isValid(SECONDS_TO_ANSWER)) {
      return false;
    }
    reset();
    opened();
    return true;
  }

  @Override
  public String explain(SQLException failure) {
    return PostgresErrors.explain(failure);
  }

  record Statements(
      Connection connection, PreparedStatement lockAndHeadOf, PreparedStatement insert)
      implements Prepared {

    @Override
    public long lockAndHead() throws SQLException {
      lockAndHeadOf.execute();
      if (!lockAndHeadOf.getMoreResults()) {
        throw new SQLException("the head was not told");
      }
      try (var row = lockAndHeadOf.getResultSet()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }

    @Override
    public void insert(Append append, EventRow row, long position) throws SQLException {
      EventInsert.bind(insert, row, position);
      insert.addBatch();
    }

    @Override
    public void flush(List<Append> group) throws SQLException, RowRefused {
      var counts = insert.executeBatch();
      int next = 0;
      for (var append : group) {
        for (var row : append.rows()) {
          if (counts[next++] == 0) {
            throw new RowRefused(append, row, duplicate(row));
          }
        }
      }
    }

    private static SQLException duplicate(EventRow row) {
      return new SQLException(
          "%s has its event %d already".formatted(row.aggregateId(), row.sequence()),
          PostgresErrors.UNIQUE_VIOLATION);
    }
  }
}
