package io.tenantry.model.write;

import static java.util.Objects.requireNonNullElse;

import io.tenantry.kernel.Names;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.Violations;
import io.tenantry.model.ModelView;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a model's fields may hold; names are those that clients use. */
final class ModelRules {

  static final int NAME = 128;
  static final int DESCRIPTION = 1024;

  private static final int BYTES = 1 << 20;
  private static final int DEPTH = 64;
  private static final String TOO_DEEP = "must not be nested deeper than " + DEPTH + " levels";
  private static final String EMPTY = "{}";

  private ModelRules() {}

  /**
   * The draft that the fields make, once each is found valid and the configuration satisfies the
   * schema. Unchanged texts are not checked: they may have been stored before these rules.
   *
   * @param model null for a new one
   * @throws Refusal INVALID
   */
  static ModelDraft draft(
      @Nullable ModelView model,
      @Nullable String name,
      @Nullable String description,
      JsonPart configuration,
      JsonPart schema) {
    var v = new Violations();
    boolean renamed = model == null || !model.name().equals(name);
    if (renamed) {
      v.name(ModelFields.NAME, name, NAME);
    }
    if (model == null || !model.description().equals(description)) {
      v.text(ModelFields.DESCRIPTION, description, DESCRIPTION);
    }
    var configurationText = requireNonNullElse(configuration(v, configuration), EMPTY);
    var schemaText = schema(v, schema);
    v.refuse();
    if (schemaText != null) {
      satisfied(schema, schemaText, configuration, configurationText);
    }
    return new ModelDraft(
        renamed ? Names.trimmed(name) : requireNonNullElse(name, ""),
        requireNonNullElse(description, ""),
        configurationText,
        schemaText);
  }

  private static @Nullable String configuration(Violations v, JsonPart part) {
    if (part.after() != null && !part.after().isObject()) {
      v.add(ModelFields.CONFIGURATION, "must be a JSON object");
    }
    return written(v, ModelFields.CONFIGURATION, part);
  }

  private static @Nullable String schema(Violations v, JsonPart part) {
    if (part.after() != null && !part.after().isObject() && !part.after().isBoolean()) {
      v.add(ModelFields.SCHEMA, "must be a JSON Schema: an object, true or false");
    }
    return written(v, ModelFields.SCHEMA, part);
  }

  private static @Nullable String written(Violations v, String field, JsonPart part) {
    if (!part.touched()) {
      return part.before();
    }
    if (part.after() == null) {
      return null;
    }
    if (Json.deeperThan(DEPTH, part.after())) {
      v.add(field, TOO_DEEP);
      return null;
    }
    var text = Json.write(part.after());
    if (text.getBytes(StandardCharsets.UTF_8).length > BYTES) {
      v.add(field, "must not be larger than " + BYTES + " bytes");
    }
    return text;
  }

  static Refusal tooDeep(String field) {
    return Refusal.invalid(field, TOO_DEEP);
  }

  private static void satisfied(
      JsonPart schema, String schemaText, JsonPart configuration, String configurationText) {
    boolean sameSchema = schemaText.equals(schema.before());
    if (sameSchema && configurationText.equals(configuration.before())) {
      return;
    }
    Schemas.require(tree(schema, schemaText), sameSchema, tree(configuration, configurationText));
  }

  private static JsonNode tree(JsonPart part, String text) {
    return part.after() == null ? Json.parse(text) : part.after();
  }
}
