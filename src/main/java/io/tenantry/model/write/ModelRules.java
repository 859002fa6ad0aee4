package io.tenantry.model.write;

import static java.util.Objects.requireNonNullElse;

import io.tenantry.kernel.Violations;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a model's fields may hold; names are those that clients use. */
final class ModelRules {

  static final int NAME = 128;
  static final int DESCRIPTION = 1024;

  private static final int BYTES = 1 << 20;
  private static final int DEPTH = 64;

  private ModelRules() {}

  /**
   * The draft that the fields make, once each is found valid and the configuration satisfies the
   * schema.
   *
   * @throws io.tenantry.kernel.Refusal INVALID
   */
  static ModelDraft draft(
      @Nullable String name,
      @Nullable String description,
      @Nullable JsonNode givenConfiguration,
      @Nullable JsonNode givenSchema) {
    var configuration =
        requireNonNullElse(present(givenConfiguration), JsonNodeFactory.instance.objectNode());
    var configurationText = Json.write(configuration);
    var schema = present(givenSchema);
    var schemaText = schema == null ? null : Json.write(schema);
    var v = new Violations();
    v.name("name", name, NAME).atMost("description", description, DESCRIPTION);
    configuration(v, configuration, configurationText);
    if (schema != null && schemaText != null) {
      schema(v, schema, schemaText);
    }
    v.refuse();
    if (schema != null) {
      Schemas.require(schema, configuration);
    }
    return new ModelDraft(
        requireNonNullElse(name, "").strip(),
        requireNonNullElse(description, ""),
        configurationText,
        schemaText);
  }

  /** JSON's null is no value: the member's default holds. */
  static @Nullable JsonNode present(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node;
  }

  private static void configuration(Violations v, JsonNode node, String text) {
    if (!node.isObject()) {
      v.add("configuration", "must be a JSON object");
    }
    limits(v, "configuration", node, text);
  }

  private static void schema(Violations v, JsonNode node, String text) {
    if (!node.isObject() && !node.isBoolean()) {
      v.add("schema", "must be a JSON Schema: an object, true or false");
    }
    limits(v, "schema", node, text);
  }

  private static void limits(Violations v, String field, JsonNode node, String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > BYTES) {
      v.add(field, "must not be larger than " + BYTES + " bytes");
    }
    if (Json.depth(node) > DEPTH) {
      v.add(field, "must not be nested deeper than " + DEPTH + " levels");
    }
  }
}
