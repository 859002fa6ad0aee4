package io.tenantry.load;

import io.tenantry.engines.Engines;
import io.tenantry.engines.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Events in SQLite or PostgreSQL. */
record SqlEvents(Path folder) implements StoredEvents {

  @Override
  public List<StoredRow> read() throws SQLException {
    var rows = new ArrayList<StoredRow>();
    try (var db = connect();
        var statement = db.createStatement();
        var row =
            statement.executeQuery(
                "SELECT globalIndex, eventIdentifier, aggregateIdentifier, sequenceNumber,"
                    + " timeStamp, payloadType, payload, metaData FROM DomainEventEntry"
                    + " ORDER BY globalIndex")) {
      while (row.next()) {
        rows.add(
            new StoredRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5) / 1_000_000,
                row.getString(6),
                StoredRow.tree(row.getBytes(7)),
                StoredRow.tree(row.getBytes(8))));
      }
    }
    return rows;
  }

  Connection connect() throws SQLException {
    return Engines.of(folder).postgres()
        ? Postgres.connect(folder, "tenantry_events")
        : SqlReadModels.open(folder.resolve("events.db"));
  }
}
