package io.tenantry.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * How a write ends, whichever the database: one connection is kept for as long as it works; where
 * it failed it is given up, and what it has left undone with it.
 */
abstract class SqlEventTable<T extends SqlEventTable.Prepared> implements EventTable {

  /** Opens the writing connection, without auto-commit. */
  interface Opener {
    Connection open() throws SQLException;
  }

  /** A connection, and its statements. */
  interface Prepared {

    Connection connection();

    /** Asks for the head; nobody else writes until the transaction ends. */
    long lockAndHead() throws SQLException;

    /**
     * Writes it, at the latest with {@link #flush}.
     *
     * @throws RowRefused when it is at fault
     */
    void insert(Append append, EventRow row, long position) throws SQLException, RowRefused;

    /**
     * @throws RowRefused when one of the rows is at fault
     */
    void flush(List<Append> group) throws SQLException, RowRefused;
  }

  private final Opener opener;
  private @Nullable T opened;

  SqlEventTable(Opener opener) {
    this.opener = opener;
  }

  /** On a new connection, which is closed where this fails. */
  abstract T prepare(Connection connection) throws SQLException;

  @Override
  public final long head() throws SQLException {
    var table = opened();
    try {
      long head = table.lockAndHead();
      table.connection().commit();
      return head;
    } catch (SQLException e) {
      reset();
      throw e;
    }
  }

  /** Null before the first use, and after a failure. */
  final @Nullable T inUse() {
    return opened;
  }

  /** The connection in use, or another. */
  final T opened() throws SQLException {
    if (opened == null) {
      var connection = opener.open();
      try {
        opened = prepare(connection);
      } finally {
        if (opened == null) {
          // it may hold a lock, and would for ever
          JdbcUtils.closeConnection(connection);
        }
      }
    }
    return opened;
  }

  @Override
  public final long[] write(List<Append> group, LongConsumer headFound)
      throws SQLException, RowRefused {
    var table = opened();
    long[] ends;
    try {
      long head = table.lockAndHead();
      headFound.accept(head);
      ends = insert(table, group, head);
    } catch (RowRefused e) {
      rollBack(table.connection());
      throw e;
    } catch (SQLException e) {
      reset();
      throw e;
    }
    try {
      table.connection().commit();
    } catch (SQLException e) {
      reset();
      throw new CommitFailed(e);
    }
    return ends;
  }

  private static long[] insert(Prepared table, List<Append> group, long head)
      throws SQLException, RowRefused {
    var ends = new long[group.size()];
    long position = head;
    for (int i = 0; i < ends.length; i++) {
      var append = group.get(i);
      for (var row : append.rows()) {
        table.insert(append, row, ++position);
      }
      ends[i] = position;
    }
    table.flush(group);
    return ends;
  }

  private void rollBack(Connection connection) throws SQLException {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reset();
      throw e;
    }
  }

  /** Closing the connection undoes what was not committed. */
  @Override
  public final void reset() {
    var broken = opened;
    opened = null;
    if (broken != null) {
      JdbcUtils.closeConnection(broken.connection());
    }
  }

  @Override
  public final void close() {
    reset();
  }
}
