package io.tenantry.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * One connection that writes, for as long as it lasts alone: whoever opens another waits for its
 * end, so what it has left undone is decided before anything else is written.
 *
 * <p>Each group takes a lock before it looks for the head and gives it back with its commit, so
 * positions follow the order of commits without gaps, whoever writes.
 */
final class PostgresEventTable implements EventTable {

  /** Of a session: the one process that writes. */
  private static final String ALONE = "SELECT pg_advisory_lock(6074882276148539513)";

  /** Of a transaction, and then the head: one round trip, each with a look of its own. */
  private static final String LOCK_AND_HEAD =
      "SELECT pg_advisory_xact_lock(6074882276148539514); " + EventInsert.HEAD;

  /** A row that is there already is told by a count, and leaves the transaction whole. */
  private static final String INSERT = EventInsert.SQL + " ON CONFLICT DO NOTHING";

  /** Opens the writing connection, without auto-commit. */
  interface Opener {
    Connection open() throws SQLException;
  }

  private record Opened(
      Connection connection, PreparedStatement lockAndHead, PreparedStatement insert) {}

  private final Opener opener;
  private final String where;
  private @Nullable Opened opened;

  PostgresEventTable(Opener opener, String where) {
    this.opener = opener;
    this.where = where;
  }

  @Override
  public long head() throws SQLException {
    var table = opened();
    try {
      long head = lockAndHead(table);
      table.connection.commit();
      return head;
    } catch (SQLException e) {
      reset();
      throw e;
    }
  }

  private Opened opened() throws SQLException {
    if (opened == null) {
      opened = prepare(opener.open());
    }
    return opened;
  }

  private Opened prepare(Connection connection) throws SQLException {
    boolean prepared = false;
    try (var statement = connection.createStatement()) {
      statement.execute(ALONE);
      connection.commit();
      var ready =
          new Opened(
              connection,
              connection.prepareStatement(LOCK_AND_HEAD),
              connection.prepareStatement(INSERT));
      prepared = true;
      return ready;
    } catch (SQLException e) {
      if (PostgresErrors.LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw new AnotherWrites(where, e);
      }
      throw e;
    } finally {
      if (!prepared) {
        JdbcUtils.closeConnection(connection);
      }
    }
  }

  private static long lockAndHead(Opened table) throws SQLException {
    table.lockAndHead.execute();
    if (!table.lockAndHead.getMoreResults()) {
      throw new SQLException("the head was not told");
    }
    try (var row = table.lockAndHead.getResultSet()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public long[] write(List<Append> group, LongConsumer headFound) throws SQLException, RowRefused {
    var table = opened();
    long[] ends;
    try {
      long head = lockAndHead(table);
      headFound.accept(head);
      ends = insert(table, group, head);
    } catch (RowRefused e) {
      rollBack(table);
      throw e;
    } catch (SQLException e) {
      reset();
      throw e;
    }
    try {
      table.connection.commit();
    } catch (SQLException e) {
      reset();
      throw new CommitFailed(e);
    }
    return ends;
  }

  private static long[] insert(Opened table, List<Append> group, long head)
      throws SQLException, RowRefused {
    var ends = new long[group.size()];
    long position = head;
    for (int i = 0; i < ends.length; i++) {
      for (var row : group.get(i).rows()) {
        EventInsert.bind(table.insert, row, ++position);
        table.insert.addBatch();
      }
      ends[i] = position;
    }
    var counts = table.insert.executeBatch();
    int next = 0;
    for (var append : group) {
      for (var row : append.rows()) {
        if (counts[next++] == 0) {
          throw new RowRefused(append, row, duplicate(row));
        }
      }
    }
    return ends;
  }

  private static SQLException duplicate(EventRow row) {
    return new SQLException(
        "%s has its event %d already".formatted(row.aggregateId(), row.sequence()),
        PostgresErrors.UNIQUE_VIOLATION);
  }

  private void rollBack(Opened table) throws SQLException {
    try {
      table.connection.rollback();
    } catch (SQLException e) {
      reset();
      throw e;
    }
  }

  @Override
  public String nameOf(SQLException failure) {
    return "SQLSTATE " + failure.getSQLState();
  }

  @Override
  public void reset() {
    var broken = opened;
    opened = null;
    if (broken != null) {
      JdbcUtils.closeConnection(broken.connection);
    }
  }

  @Override
  public void close() {
    reset();
  }
}
