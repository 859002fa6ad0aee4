package io.tenantry.platform.eventstore;

import io.tenantry.idempotency.RecordPositions;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;

/** Asks the database itself, since Axon does not tell the position of an event of a stream. */
record StreamPositions(ConnectionProvider readers) implements RecordPositions {

  private static final String FIRST =
      "SELECT globalIndex FROM DomainEventEntry WHERE aggregateIdentifier = ?"
          + " ORDER BY sequenceNumber LIMIT 1";

  @Override
  public long ofFirst(String streamId) {
    try (var connection = readers.getConnection();
        var select = connection.prepareStatement(FIRST)) {
      select.setString(1, streamId);
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("there is no event in " + streamId);
        }
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new EventStoreUnavailable("the events could not be read", e);
    }
  }
}
