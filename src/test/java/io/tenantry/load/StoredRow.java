package io.tenantry.load;

import java.nio.charset.StandardCharsets;
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

  static ObjectNode tree(byte[] json) {
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
    return type.equals("store.created")
        || metadata.path("actor").asString().startsWith("system:")
        || metadata.path("request-id").asString("").equals(Api.START);
  }

  /** The hash of the {@code Idempotency-Key} with which it was asked for; empty without one. */
  String keyHash() {
    return metadata.path("idempotency-key-hash").asString("");
  }
}
