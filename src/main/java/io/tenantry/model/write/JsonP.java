package io.tenantry.model.write;

import io.tenantry.kernel.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The way to Jakarta JSON Processing, which applies patches, and back. */
final class JsonP {

  // looked up once: it searches the class path
  static final JsonProvider JSON = JsonProvider.provider();

  // what is refused in the end, and far less than what would overflow a stack
  private static final int DEEPER_THAN_ANY = 256;

  private JsonP() {}

  static JsonValue parse(String text) {
    Json.beginIfLarge(text);
    try (var reader = JSON.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  /**
   * @throws Refusal INVALID when it is nested so deeply that it could not even be written
   */
  static JsonNode back(String field, JsonValue value) {
    if (deeperThan(DEEPER_THAN_ANY, value)) {
      throw ModelRules.tooDeep(field);
    }
    return Json.parse(value.toString());
  }

  static boolean deeperThan(int levels, JsonValue value) {
    Collection<JsonValue> inside =
        switch (value) {
          case JsonArray array -> array;
          case JsonObject object -> object.values();
          default -> List.of();
        };
    for (var each : inside) {
      if (levels == 0 || deeperThan(levels - 1, each)) {
        return true;
      }
    }
    return false;
  }
}
