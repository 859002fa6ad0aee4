package io.tenantry.platform.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** One event as one row. */
final class EventInsert {

  static final String SQL =
      """
      INSERT INTO DomainEventEntry
        (globalIndex, eventIdentifier, aggregateIdentifier, sequenceNumber, type, timeStamp,
         payloadType, payloadRevision, payload, metaData)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  static final String HEAD =
      "SELECT globalIndex FROM DomainEventEntry ORDER BY globalIndex DESC LIMIT 1";

  private EventInsert() {}

  static void bind(PreparedStatement insert, EventRow row, long position) throws SQLException {
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
  }

  private static void setText(PreparedStatement statement, int index, @Nullable String text)
      throws SQLException {
    if (text == null) {
      statement.setNull(index, Types.VARCHAR);
    } else {
      statement.setString(index, text);
    }
  }
}
