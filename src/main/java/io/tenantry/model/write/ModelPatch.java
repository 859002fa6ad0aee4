package io.tenantry.model.write;

import static io.tenantry.model.write.JsonP.JSON;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.Violations;
import io.tenantry.model.ModelCommand.PatchKind;
import io.tenantry.model.ModelCommand.PatchModel;
import io.tenantry.model.ModelView;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client's patch to the part of a model that is the client's. It is applied once. */
final class ModelPatch {

  private final PatchKind kind;
  private final String text;
  private final JsonNode patch;

  private ModelPatch(PatchKind kind, String text, JsonNode patch) {
    this.kind = kind;
    this.text = text;
    this.patch = patch;
  }

  /**
   * @throws Refusal INVALID, when it is wrong whatever it is applied to
   */
  static ModelPatch of(PatchModel c) {
    var patch = Json.parse(c.patch());
    var v = new Violations();
    switch (c.kind()) {
      case MERGE_PATCH -> MergePatches.check(v, patch);
      case JSON_PATCH -> JsonPatchChecks.check(v, patch);
    }
    v.refuse();
    return new ModelPatch(c.kind(), c.patch(), patch);
  }

  /**
   * @throws Refusal INVALID; CONFLICT when a {@code test} of a JSON Patch fails
   */
  ModelDraft apply(ModelView model) {
    var shown = shown(model);
    var patched =
        switch (kind) {
          case MERGE_PATCH -> MergePatches.apply(text, shown);
          case JSON_PATCH -> JsonPatches.apply(text, shown);
        };
    var v = new Violations();
    var name = string(v, patched, ModelFields.NAME);
    var description = string(v, patched, ModelFields.DESCRIPTION);
    v.refuse();
    return ModelRules.draft(
        model,
        name,
        description,
        part(shown, patched, ModelFields.CONFIGURATION, model.configuration()),
        part(shown, patched, ModelFields.SCHEMA, model.schema()));
  }

  /** The model as clients are shown it, as far as the patch looks at it. */
  private JsonObject shown(ModelView model) {
    var shown = JSON.createObjectBuilder();
    shown.add(ModelFields.NAME, model.name());
    shown.add(ModelFields.DESCRIPTION, model.description());
    if (touches(ModelFields.CONFIGURATION)) {
      shown.add(ModelFields.CONFIGURATION, JsonP.parse(model.configuration()));
    }
    if (touches(ModelFields.SCHEMA)) {
      var schema = model.schema();
      shown.add(ModelFields.SCHEMA, schema == null ? JsonValue.NULL : JsonP.parse(schema));
    }
    // a patch can only read these
    shown.add(ModelFields.ID, model.id());
    shown.add(ModelFields.TENANT_ID, model.tenantId());
    shown.add(ModelFields.VERSION, model.version());
    shown.add(ModelFields.CREATED_AT, model.createdAt().toString());
    shown.add(ModelFields.UPDATED_AT, model.updatedAt().toString());
    return shown.build();
  }

  /**
   * Untouched also when it equals what was there: members of an object have no order. JSON-P tells
   * 1 from 1.0, as the model does.
   */
  private static JsonPart part(
      JsonObject shown, JsonObject patched, String field, @Nullable String stored) {
    var value = patched.get(field);
    return Objects.equals(value, shown.get(field))
        ? JsonPart.untouched(stored)
        : JsonPart.touched(stored, value == null ? null : JsonP.back(field, value));
  }

  private boolean touches(String field) {
    return switch (kind) {
      case MERGE_PATCH -> patch.has(field);
      case JSON_PATCH -> JsonPatchChecks.touches(patch, field);
    };
  }

  private static @Nullable String string(Violations v, JsonObject patched, String field) {
    var value = patched.get(field);
    if (value instanceof JsonString text) {
      return text.getString();
    }
    if (value != null && value != JsonValue.NULL) {
      v.add(field, "must be a string");
    }
    return null;
  }
}
