package io.tenantry.model.write;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Patch (RFC 6902) on a tree that is changed in place, so that an operation costs its own
 * change and not the document. The operations have been checked by {@link JsonPatchChecks}.
 */
final class JsonPatches {

  // a chain of copies doubles a document at each step
  private static final long COPIED = 4 << 20;
  // as deep as what one operation brings and the places that it can reach
  private static final int DEPTH = 256;

  private final ObjectNode document;
  private long copied;

  private JsonPatches(ObjectNode document) {
    this.document = document;
  }

  /**
   * Changes the document; what is left when one cannot be applied is of no use.
   *
   * @throws Refusal INVALID; CONFLICT when a {@code test} fails
   */
  static void apply(JsonNode patch, ObjectNode document) {
    var patches = new JsonPatches(document);
    for (int i = 0; i < patch.size(); i++) {
      var operation = patch.get(i);
      try {
        patches.apply(operation);
      } catch (Inapplicable e) {
        throw operation.get("op").stringValue().equals("test")
            ? Refusal.of(RefusalCode.CONFLICT, "the test at [" + i + "] failed")
            : Refusal.invalid("[" + i + "]", e.getMessage());
      }
    }
  }

  private void apply(JsonNode operation) {
    var path = pointer(operation, "path");
    switch (operation.get("op").stringValue()) {
      case "add" -> add(path, operation.get("value"));
      case "remove" -> remove(path);
      case "replace" -> replace(path, operation.get("value"));
      case "move" -> move(pointer(operation, "from"), path);
      case "copy" -> add(path, copy(existing(pointer(operation, "from"))));
      case "test" -> test(path, operation.get("value"));
      default -> throw new IllegalStateException("unchecked operation");
    }
  }

  private void add(JsonPointer path, JsonNode value) {
    var last = path.last();
    switch (document.at(path.head())) {
      case ObjectNode object -> object.set(last.getMatchingProperty(), value);
      case ArrayNode array -> {
        int index = last.matchesProperty("-") ? array.size() : last.getMatchingIndex();
        if (index < 0 || index > array.size()) {
          throw new Inapplicable();
        }
        array.insert(index, value);
      }
      default -> throw new Inapplicable();
    }
  }

  private JsonNode remove(JsonPointer path) {
    var removed = existing(path);
    if (document.at(path.head()) instanceof ArrayNode array) {
      array.remove(path.last().getMatchingIndex());
    } else {
      ((ObjectNode) document.at(path.head())).remove(path.last().getMatchingProperty());
    }
    return removed;
  }

  private void replace(JsonPointer path, JsonNode value) {
    existing(path);
    if (document.at(path.head()) instanceof ArrayNode array) {
      array.set(path.last().getMatchingIndex(), value);
    } else {
      add(path, value);
    }
  }

  private void move(JsonPointer from, JsonPointer path) {
    if (from.equals(path)) {
      existing(from);
      return;
    }
    if (path.toString().startsWith(from + "/")) {
      throw new Inapplicable("cannot be applied: nothing moves into itself");
    }
    add(path, remove(from));
  }

  private JsonNode copy(JsonNode value) {
    if (Json.deeperThan(DEPTH, value)) {
      throw new Inapplicable("makes the model too deeply nested");
    }
    copied += Json.weight(value);
    if (copied > COPIED) {
      throw new Inapplicable("makes the model too large: it copies too much");
    }
    return value.deepCopy();
  }

  private void test(JsonPointer path, JsonNode value) {
    if (!Json.equal(existing(path), value)) {
      throw new Inapplicable();
    }
  }

  private JsonNode existing(JsonPointer path) {
    var found = document.at(path);
    if (found.isMissingNode()) {
      throw new Inapplicable();
    }
    return found;
  }

  private static JsonPointer pointer(JsonNode operation, String member) {
    return JsonPointer.compile(operation.get(member).stringValue());
  }

  /** An operation that the document does not allow. */
  private static final class Inapplicable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Inapplicable() {
      this("cannot be applied: its path leads nowhere");
    }

    Inapplicable(String message) {
      super(message, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
