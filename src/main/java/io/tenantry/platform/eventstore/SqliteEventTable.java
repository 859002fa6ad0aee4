package io.tenantry.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection that holds the file's write lock, one statement. */
final class SqliteEventTable implements EventTable {

  private static final Logger log = LoggerFactory.getLogger(SqliteEventTable.class);

  /** Opens the writing connection, without auto-commit. */
  interface Opener {
    Connection open() throws SQLException;
  }

  private record Opened(Connection connection, PreparedStatement insert, long head) {}

  private final Opener opener;
  private @Nullable Opened opened;

  SqliteEventTable(Opener opener) {
    this.opener = opener;
  }

  /** Asks the disk after each failure; else it is known, since nobody else writes. */
  @Override
  public long head() throws SQLException {
    return opened().head();
  }

  private Opened opened() throws SQLException {
    if (opened == null) {
      opened = prepare(opener.open());
    }
    return opened;
  }

  private static Opened prepare(Connection connection) throws SQLException {
    boolean prepared = false;
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(EventInsert.HEAD)) {
      long head = row.next() ? row.getLong(1) : 0;
      var ready = new Opened(connection, connection.prepareStatement(EventInsert.SQL), head);
      prepared = true;
      return ready;
    } finally {
      if (!prepared) {
        // it holds the write lock, and would for ever
        close(connection);
      }
    }
  }

  @Override
  public long[] write(List<Append> group, LongConsumer headFound) throws SQLException, RowRefused {
    var table = opened();
    long position = table.head;
    headFound.accept(position);
    var ends = new long[group.size()];
    try {
      for (int i = 0; i < ends.length; i++) {
        for (var row : group.get(i).rows()) {
          insert(table, group.get(i), row, ++position);
        }
        ends[i] = position;
      }
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
    opened = new Opened(table.connection, table.insert, position);
    return ends;
  }

  private void rollBack(Opened table) throws SQLException {
    try {
      table.connection.rollback();
    } catch (SQLException e) {
      reset();
      throw e;
    }
  }

  private static void insert(Opened table, Append append, EventRow row, long position)
      throws SQLException, RowRefused {
    var insert = table.insert;
    EventInsert.bind(insert, row, position);
    try {
      insert.executeUpdate();
    } catch (SQLException e) {
      if (SqliteErrors.isOfTheRow(e)) {
        throw new RowRefused(append, row, e);
      }
      throw e;
    }
  }

  @Override
  public String nameOf(SQLException failure) {
    return SqliteErrors.name(failure);
  }

  /** Closing the connection undoes what was not committed. */
  @Override
  public void reset() {
    var broken = opened;
    opened = null;
    if (broken != null) {
      close(broken.connection);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      log.warn("The writing connection to the events could not be closed", e);
    }
  }

  @Override
  public void close() {
    reset();
  }
}
