package io.tenantry.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * Axon's queries with positions without gaps: a limit where Axon counts on them, and no {@code MIN}
 * or {@code MAX} over nothing, which the driver of SQLite cannot read.
 *
 * @param aggregate reads a stream: its id, the first sequence, how many
 * @param tracked reads the log: the position before, how many
 */
record LogStatements(String aggregate, String tracked) {

  static final String FIELDS =
      "globalIndex, eventIdentifier, aggregateIdentifier, sequenceNumber, type, timeStamp,"
          + " payloadType, payloadRevision, payload, metaData";

  static final String AGGREGATE =
      "SELECT "
          + FIELDS
          + " FROM DomainEventEntry WHERE aggregateIdentifier = ? AND sequenceNumber >= ?"
          + " ORDER BY sequenceNumber LIMIT ?";

  static final String TRACKED =
      "SELECT "
          + FIELDS
          + " FROM DomainEventEntry WHERE globalIndex > ? ORDER BY globalIndex LIMIT ?";

  void use(JdbcEventStorageEngine.Builder builder) {
    builder
        .createHeadToken(
            (c, s) ->
                c.prepareStatement(
                    "SELECT globalIndex FROM DomainEventEntry ORDER BY globalIndex DESC LIMIT 1"))
        .createTailToken(
            (c, s) ->
                c.prepareStatement(
                    "SELECT globalIndex - 1 FROM DomainEventEntry ORDER BY globalIndex LIMIT 1"))
        .createTokenAt(
            (c, s, at) ->
                statement(
                    c,
                    "SELECT globalIndex - 1 FROM DomainEventEntry WHERE timeStamp >= ? ORDER BY globalIndex LIMIT 1",
                    EventRow.nanos(at)))
        .lastSequenceNumberFor(
            (c, s, id) ->
                statement(
                    c,
                    "SELECT sequenceNumber FROM DomainEventEntry WHERE aggregateIdentifier = ? ORDER BY sequenceNumber DESC LIMIT 1",
                    id))
        .readEventDataForAggregate(
            (c, s, id, first, limit) -> statement(c, aggregate, id, first, limit))
        .readEventDataWithoutGaps((c, s, after, limit) -> statement(c, tracked, after, limit))
        // positions have no gaps, so there is nothing to look for behind an empty answer
        .extendedGapCheckEnabled(false);
  }

  private static PreparedStatement statement(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
