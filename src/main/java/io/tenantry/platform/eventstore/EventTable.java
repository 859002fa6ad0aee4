package io.tenantry.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer's hand on the table: one connection, one statement. For one thread. */
final class EventTable implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EventTable.class);

  private static final String INSERT =
      """
      INSERT INTO DomainEventEntry
        (globalIndex, eventIdentifier, aggregateIdentifier, sequenceNumber, type, timeStamp,
         payloadType, payloadRevision, payload, metaData)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String HEAD =
      "SELECT globalIndex FROM DomainEventEntry ORDER BY globalIndex DESC LIMIT 1";

  /** Opens the writing connection, without auto-commit. */
  interface Opener {
    Connection open() throws SQLException;
  }

  private record Opened(Connection connection, PreparedStatement insert, long head) {}

  private final Opener opener;
  private @Nullable Opened opened;

  EventTable(Opener opener) {
    this.opener = opener;
  }

  /** The last position on disk. Asks the disk after each failure. */
  long head() throws SQLException {
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
        var row = statement.executeQuery(HEAD)) {
      long head = row.next() ? row.getLong(1) : 0;
      var ready = new Opened(connection, connection.prepareStatement(INSERT), head);
      prepared = true;
      return ready;
    } finally {
      if (!prepared) {
        // it holds the write lock, and would for ever
        close(connection);
      }
    }
  }

  /**
   * Writes them in one transaction, at the positions that follow the head.
   *
   * @return the last position of each
   * @throws RowRefused when one row is at fault; nothing has been written then
   * @throws CommitFailed when the outcome is unknown
   * @throws SQLException when the disk failed; nothing has been written then
   */
  long[] write(List<Append> group) throws SQLException, RowRefused {
    var table = opened();
    long position = table.head;
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
    insert.setLong(1, position);
    insert.setString(2, row.message().getIdentifier());
    insert.setString(3, row.aggregateId());
    insert.setLong(4, row.sequence());
    setText(insert, 5, row.type());
    insert.setLong(6, row.timestamp());
    insert.setString(7, row.payloadType());
    setText(insert, 8, row.revision());
    insert.setBytes(9, row.payload());
    insert.setBytes(10, row.metadata());
    try {
      insert.executeUpdate();
    } catch (SQLException e) {
      if (SqliteErrors.isOfTheRow(e)) {
        throw new RowRefused(append, row, e);
      }
      throw e;
    }
  }

  private static void setText(PreparedStatement statement, int index, @Nullable String text)
      throws SQLException {
    if (text == null) {
      statement.setNull(index, Types.VARCHAR);
    } else {
      statement.setString(index, text);
    }
  }

  /**
   * After a failure nothing is known of the connection, so the next write opens another. Closing it
   * undoes what was not committed.
   */
  void reset() {
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

  /** Undoes what was not committed. */
  @Override
  public void close() {
    reset();
  }
}
