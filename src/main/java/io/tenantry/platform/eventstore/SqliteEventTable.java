package io.tenantry.platform.eventstore;

import io.tenantry.platform.sqlite.SqliteErrors;
import io.tenantry.platform.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** One connection that holds the file's write lock, and two statements. */
final class SqliteEventTable extends SqlEventTable<SqliteEventTable.Statements> {

  private final SqliteFile file;

  SqliteEventTable(Opener opener, SqliteFile file) {
    super(opener);
    this.file = file;
  }

  @Override
  Statements prepare(Connection connection) throws SQLException {
    return new Statements(
        connection,
        connection.prepareStatement(EventInsert.HEAD),
        connection.prepareStatement(EventInsert.SQL));
  }

  /** A file stays where it is, and its folder is locked. */
  @Override
  public boolean keep() {
    return false;
  }

  @Override
  public String explain(SQLException failure) {
    return file.explain(failure);
  }

  record Statements(Connection connection, PreparedStatement head, PreparedStatement insert)
      implements Prepared {

    /** The lock is taken already. */
    @Override
    public long lockAndHead() throws SQLException {
      try (var row = head.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }

    @Override
    public void insert(Append append, EventRow row, long position) throws SQLException, RowRefused {
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

    /** Each row has been written by itself, so that its failure is its own. */
    @Override
    public void flush(List<Append> group) {}
  }
}
