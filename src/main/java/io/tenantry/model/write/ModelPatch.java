package io.tenantry.model.write;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Violations;
import io.tenantry.model.ModelCommand.PatchModel;
import io.tenantry.model.ModelView;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Applies a client's patch to the part of a model that is the client's, by Jakarta JSON-P. */
final class ModelPatch {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final Set<String> FIELDS =
      Set.of("name", "description", "configuration", "schema");
  private static final Set<String> OWN =
      Set.of("id", "tenant_id", "version", "created_at", "updated_at");

  private ModelPatch() {}

  /**
   * Whatever is wrong with the patch whatever it is applied to.
   *
   * @throws Refusal INVALID
   */
  static void check(PatchModel c) {
    var patch = Json.parse(c.patch());
    var v = new Violations();
    switch (c.kind()) {
      case MERGE_PATCH -> checkMerge(v, patch);
      case JSON_PATCH -> checkOperations(v, patch);
    }
    v.refuse();
  }

  /**
   * @throws Refusal INVALID; CONFLICT when a {@code test} of a JSON Patch fails
   */
  static ModelDraft apply(PatchModel c, ModelView model) {
    try {
      return draft(Json.parse(patched(c, document(model)).toString()));
    } catch (StackOverflowError | StreamConstraintsException e) {
      // operations can lay values into each other, deeper than any one of them
      throw Refusal.invalid("body", "makes the model too deeply nested, or a number too long");
    }
  }

  private static JsonValue patched(PatchModel c, JsonValue model) {
    return switch (c.kind()) {
      case MERGE_PATCH -> JSON.createMergePatch(read(c.patch())).apply(model);
      case JSON_PATCH -> JsonPatches.apply(read(c.patch()).asJsonArray(), model.asJsonObject());
    };
  }

  private static void checkMerge(Violations v, JsonNode patch) {
    if (!patch.isObject()) {
      v.add("body", "must be a JSON object");
      return;
    }
    patch.propertyNames().forEach(name -> checkField(v, name, name));
    text(v, patch, "name");
    text(v, patch, "description");
    var configuration = patch.get("configuration");
    if (configuration != null && !configuration.isNull() && !configuration.isObject()) {
      v.add("configuration", "must be a JSON object");
    }
    var name = patch.get("name");
    if (name != null && (name.isNull() || name.isString())) {
      v.name("name", name.isNull() ? null : name.stringValue(), ModelRules.NAME);
    }
    var description = patch.get("description");
    if (description != null && description.isString()) {
      v.atMost("description", description.stringValue(), ModelRules.DESCRIPTION);
    }
  }

  private static void checkOperations(Violations v, JsonNode patch) {
    if (!patch.isArray()) {
      v.add("body", "must be an array of operations");
      return;
    }
    for (int i = 0; i < patch.size(); i++) {
      JsonPatches.check(v, "[" + i + "]", patch.get(i));
      var operation = patch.get(i);
      for (var member : new String[] {"path", "from"}) {
        var pointer = operation.get(member);
        if (pointer != null && pointer.isString()) {
          checkField(v, "[" + i + "]." + member, firstSegment(pointer.stringValue()));
        }
      }
    }
  }

  private static void checkField(Violations v, String field, String name) {
    if (OWN.contains(name)) {
      v.add(field, "cannot be changed: " + name + " is the server's");
    } else if (!FIELDS.contains(name)) {
      v.add(field, "is not a field of a model");
    }
  }

  private static String firstSegment(String pointer) {
    int end = pointer.indexOf('/', 1);
    return pointer.isEmpty() ? "" : pointer.substring(1, end < 0 ? pointer.length() : end);
  }

  private static void text(Violations v, JsonNode node, String field) {
    var value = node.get(field);
    if (value != null && !value.isNull() && !value.isString()) {
      v.add(field, "must be a string");
    }
  }

  private static JsonValue document(ModelView model) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("name", model.name());
    node.put("description", model.description());
    node.set("configuration", Json.parse(model.configuration()));
    if (model.schema() != null) {
      node.set("schema", Json.parse(model.schema()));
    }
    return read(Json.write(node));
  }

  private static ModelDraft draft(JsonNode node) {
    var v = new Violations();
    if (!node.isObject()) {
      throw Refusal.invalid("body", "must leave a JSON object");
    }
    text(v, node, "name");
    text(v, node, "description");
    v.refuse();
    return ModelRules.draft(
        string(node.get("name")),
        string(node.get("description")),
        node.get("configuration"),
        node.get("schema"));
  }

  private static @Nullable String string(@Nullable JsonNode node) {
    var present = ModelRules.present(node);
    return present == null ? null : present.stringValue();
  }

  private static JsonValue read(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (JsonException e) {
      throw Refusal.of(RefusalCode.UNREADABLE, "the patch cannot be read as JSON");
    }
  }
}
