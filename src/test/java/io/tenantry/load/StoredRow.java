package io.tenantry.load;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as it is stored.
 *
 * @param at epoch milliseconds
 */
record StoredRow(
    long position,
    String identifier,
    String stream,
    long sequence,
    long at,
    String type,
    ObjectNode payload,
    ObjectNode metadata) {

  private static final JsonMapper JSON = new JsonMapper();

  /** All of them, by position. */
  static List<StoredRow> read(Path folder) throws SQLException {
    var rows = new ArrayList<StoredRow>();
    try (var db = Tables.events(folder);
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
                tree(row.getBytes(7)),
                tree(row.getBytes(8))));
      }
    }
    return rows;
  }

  private static ObjectNode tree(byte[] json) {
    return (ObjectNode) JSON.readTree(new String(json, StandardCharsets.UTF_8));
  }

  String text(String field) {
    return payload.path(field).asString();
  }

  /**
   * Whether the service did it of itself, such as what follows from a tenant's deletion, or a test
   * in its place at the start.
   */
  boolean bySystem() {
    return metadata.path("actor").asString().startsWith("system:")
        || metadata.path("request-id").asString("").equals(Api.START);
  }

  /** The hash of the {@code Idempotency-Key} with which it was asked for; empty without one. */
  String keyHash() {
    return metadata.path("idempotency-key-hash").asString("");
  }
}
