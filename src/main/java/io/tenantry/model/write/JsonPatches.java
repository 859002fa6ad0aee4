package io.tenantry.model.write;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Violations;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** JSON Patch (RFC 6902), operation by operation, so that a failed test is told from a bad one. */
final class JsonPatches {

  private static final JsonProvider JSON = JsonProvider.provider();
  // a chain of copies doubles a document at each step
  private static final int LARGEST = 4 << 20;
  private static final int OPERATIONS = 1000;
  private static final Pattern INDEX = Pattern.compile("-|0|[1-9][0-9]{0,8}");
  private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");
  private static final String[] NONE = {};
  private static final Map<String, Set<String>> NEEDED =
      Map.of(
          "add", Set.of("value"),
          "replace", Set.of("value"),
          "test", Set.of("value"),
          "remove", Set.of(),
          "move", Set.of("from"),
          "copy", Set.of("from"));

  private JsonPatches() {}

  static void check(Violations v, String field, JsonNode operation) {
    if (!operation.isObject()) {
      v.add(field, "must be an object");
      return;
    }
    var op = operation.get("op");
    var needed = op == null || !op.isString() ? null : NEEDED.get(op.stringValue());
    if (needed == null) {
      v.add(field + ".op", "must be one of add, remove, replace, move, copy, test");
      return;
    }
    pointer(v, field, operation, "path");
    if (needed.contains("from")) {
      pointer(v, field, operation, "from");
    }
    if (needed.contains("value") && !operation.has("value")) {
      v.add(field + ".value", "must be there");
    }
  }

  private static void pointer(Violations v, String field, JsonNode operation, String member) {
    var value = operation.get(member);
    if (value == null || !value.isString()) {
      v.add(field + "." + member, "must be a JSON Pointer");
    } else if (!value.stringValue().isEmpty() && !value.stringValue().startsWith("/")) {
      v.add(field + "." + member, "must begin with /");
    } else if (BAD_ESCAPE.matcher(value.stringValue()).find()) {
      v.add(
          field + "." + member, "must be a JSON Pointer: ~ is written ~0, and / within a name ~1");
    }
  }

  static JsonStructure apply(JsonArray patch, JsonObject target) {
    if (patch.size() > OPERATIONS) {
      throw Refusal.invalid("body", "must not have more than " + OPERATIONS + " operations");
    }
    JsonStructure document = target;
    for (int i = 0; i < patch.size(); i++) {
      var operation = patch.getJsonObject(i);
      try {
        document = apply(operation, document);
      } catch (JsonException e) {
        throw refusal(i, operation);
      }
      if (operation.getString("op").equals("copy")
          && document.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
        throw Refusal.invalid("[" + i + "]", "makes the model too large");
      }
    }
    return document;
  }

  private static JsonStructure apply(JsonObject operation, JsonStructure document) {
    requireIndexes(document, operation.getString("path"));
    requireIndexes(document, operation.getString("from", ""));
    if (!operation.getString("op").equals("test")) {
      return JSON.createPatch(JSON.createArrayBuilder().add(operation).build()).apply(document);
    }
    var found = JSON.createPointer(operation.getString("path")).getValue(document);
    if (!JsonValues.equal(found, operation.get("value"))) {
      throw new JsonException("another value");
    }
    return document;
  }

  // JSON-P takes 01 for 1, which RFC 6901 does not
  private static void requireIndexes(JsonValue document, String pointer) {
    JsonValue value = document;
    for (var part : pointer.isEmpty() ? NONE : pointer.substring(1).split("/", -1)) {
      if (value instanceof JsonArray array) {
        if (!INDEX.matcher(part).matches()) {
          throw new JsonException("no index");
        }
        boolean beyond = part.equals("-") || Integer.parseInt(part) >= array.size();
        value = beyond ? JsonValue.NULL : array.get(Integer.parseInt(part));
      } else if (value instanceof JsonObject object) {
        value = object.getOrDefault(part.replace("~1", "/").replace("~0", "~"), JsonValue.NULL);
      }
    }
  }

  private static Refusal refusal(int index, JsonObject operation) {
    return operation.getString("op").equals("test")
        ? Refusal.of(RefusalCode.CONFLICT, "the test at [" + index + "] failed")
        : Refusal.invalid("[" + index + "]", "cannot be applied: its path leads nowhere");
  }
}
