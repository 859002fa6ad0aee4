package io.tenantry.model.write;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The way to Jakarta JSON Processing, which applies patches, and back. */
final class JsonP {

  // looked up once: it searches the class path
  static final JsonProvider JSON = JsonProvider.provider();

  private JsonP() {}

  static JsonValue of(JsonNode node) {
    try (var reader = JSON.createReader(new StringReader(Json.write(node)))) {
      return reader.readValue();
    }
  }

  static ObjectNode back(JsonValue object) {
    return (ObjectNode) Json.parse(object.toString());
  }
}
