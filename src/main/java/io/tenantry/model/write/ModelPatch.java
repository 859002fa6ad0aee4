package io.tenantry.model.write;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.Violations;
import io.tenantry.model.ModelCommand.PatchKind;
import io.tenantry.model.ModelCommand.PatchModel;
import io.tenantry.model.ModelView;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
    var target = JsonP.JSON.createObjectBuilder();
    target.add(ModelFields.NAME, model.name());
    target.add(ModelFields.DESCRIPTION, model.description());
    put(target, ModelFields.CONFIGURATION, model.configuration());
    put(target, ModelFields.SCHEMA, model.schema());
    var document =
        JsonP.back(
            switch (kind) {
              case MERGE_PATCH -> MergePatches.apply(text, target.build());
              case JSON_PATCH -> JsonPatches.apply(text, target.build());
            });
    var v = new Violations();
    ModelRules.text(v, document, ModelFields.NAME);
    ModelRules.text(v, document, ModelFields.DESCRIPTION);
    v.refuse();
    return ModelRules.draft(
        model,
        string(document, ModelFields.NAME),
        string(document, ModelFields.DESCRIPTION),
        part(document, ModelFields.CONFIGURATION, model.configuration()),
        part(document, ModelFields.SCHEMA, model.schema()));
  }

  private void put(JsonObjectBuilder target, String field, @Nullable String stored) {
    if (stored != null && touches(field)) {
      target.add(field, JsonP.parse(stored));
    }
  }

  private JsonPart part(ObjectNode document, String field, @Nullable String stored) {
    return touches(field)
        ? JsonPart.touched(stored, document.get(field))
        : JsonPart.untouched(stored);
  }

  private boolean touches(String field) {
    return switch (kind) {
      case MERGE_PATCH -> patch.has(field);
      case JSON_PATCH -> JsonPatchChecks.touches(patch, field);
    };
  }

  private static @Nullable String string(ObjectNode document, String field) {
    var value = document.get(field);
    return value == null ? null : value.stringValue(null);
  }
}
