package io.tenantry.model.write;

import static io.tenantry.model.write.JsonP.JSON;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON Patch (RFC 6902) by JSON-P, operation by operation, so that a failed test is told from a bad
 * one. JSON-P's documents are immutable: an operation copies each container on its path, which is
 * counted, and what would take long is refused. The operations have been checked by {@link
 * JsonPatchChecks}.
 */
final class JsonPatches {

  private static final Pattern INDEX = Pattern.compile("-|0|[1-9][0-9]{0,8}");
  private static final String[] NONE = {};

  private final PatchBudget budget = new PatchBudget();

  private JsonPatches() {}

  /**
   * The document that the patch makes of the target.
   *
   * @throws Refusal INVALID; CONFLICT when a {@code test} fails
   */
  static JsonObject apply(String patch, JsonObject target) {
    var patches = new JsonPatches();
    var operations = JsonP.parse(patch).asJsonArray();
    JsonStructure document = target;
    for (int i = 0; i < operations.size(); i++) {
      var operation = operations.getJsonObject(i);
      try {
        document = patches.apply(operation, document);
      } catch (PatchBudget.Exhausted e) {
        throw Refusal.invalid("[" + i + "]", e.getMessage());
      } catch (JsonException e) {
        throw refusal(i, operation);
      }
    }
    return document.asJsonObject();
  }

  private JsonStructure apply(JsonObject operation, JsonStructure document) {
    var path = operation.getString(JsonPatchChecks.PATH);
    var op = operation.getString("op");
    requireIndexes(document, path);
    if (!op.equals("test")) {
      charge(document, path);
    }
    return switch (op) {
      case "test" -> test(operation.get("value"), path, document);
      case "move" -> move(operation.getString(JsonPatchChecks.FROM), path, document);
      case "copy" -> {
        var from = operation.getString(JsonPatchChecks.FROM);
        requireIndexes(document, from);
        budget.copy(JSON.createPointer(from).getValue(document));
        yield applied(operation, document);
      }
      default -> applied(operation, document);
    };
  }

  private static JsonStructure applied(JsonObject operation, JsonStructure document) {
    return JSON.createPatch(JSON.createArrayBuilder().add(operation).build()).apply(document);
  }

  // JSON-P's own takes what is beside a member without a name for what is within it
  private JsonStructure move(String from, String path, JsonStructure document) {
    requireIndexes(document, from);
    charge(document, from);
    if (path.startsWith(from + "/")) {
      throw new JsonException("nothing moves into itself");
    }
    var source = JSON.createPointer(from);
    var value = source.getValue(document);
    return from.equals(path)
        ? document
        : JSON.createPointer(path).add(source.remove(document), value);
  }

  private static JsonStructure test(
      @Nullable JsonValue wanted, String path, JsonStructure document) {
    if (!JsonValues.equal(JSON.createPointer(path).getValue(document), wanted)) {
      throw new JsonException("another value");
    }
    return document;
  }

  // JSON-P takes 01 for 1, which RFC 6901 does not
  private static void requireIndexes(JsonValue document, String pointer) {
    along(
        pointer,
        document,
        (container, part) -> {
          if (container instanceof JsonArray && !INDEX.matcher(part).matches()) {
            throw new JsonException("no index");
          }
        });
  }

  private void charge(JsonValue document, String pointer) {
    along(pointer, document, (container, part) -> budget.charge(container));
  }

  /** What the pointer leads through, as far as it is there, and where it goes on. */
  private static void along(
      String pointer, JsonValue document, BiConsumer<JsonValue, String> visitor) {
    JsonValue value = document;
    for (var part : pointer.isEmpty() ? NONE : pointer.substring(1).split("/", -1)) {
      visitor.accept(value, part);
      if (value instanceof JsonArray array) {
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
