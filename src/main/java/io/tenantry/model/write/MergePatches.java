package io.tenantry.model.write;

import io.tenantry.kernel.Violations;
import jakarta.json.JsonObject;
import tools.jackson.databind.JsonNode;

/** JSON Merge Patch (RFC 7396). */
final class MergePatches {

  private MergePatches() {}

  static void check(Violations v, JsonNode patch) {
    if (!patch.isObject()) {
      v.add("body", "must be a JSON object");
      return;
    }
    patch.propertyNames().forEach(name -> ModelFields.check(v, name, name));
    text(v, patch, ModelFields.NAME);
    text(v, patch, ModelFields.DESCRIPTION);
    var configuration = patch.get(ModelFields.CONFIGURATION);
    if (configuration != null && !configuration.isNull() && !configuration.isObject()) {
      v.add(ModelFields.CONFIGURATION, "must be a JSON object");
    }
    var name = patch.get(ModelFields.NAME);
    if (name != null && (name.isNull() || name.isString())) {
      v.name(ModelFields.NAME, name.stringValue(null), ModelRules.NAME);
    }
    var description = patch.get(ModelFields.DESCRIPTION);
    if (description != null && description.isString()) {
      v.atMost(ModelFields.DESCRIPTION, description.stringValue(), ModelRules.DESCRIPTION);
    }
  }

  private static void text(Violations v, JsonNode patch, String field) {
    var value = patch.get(field);
    if (value != null && !value.isNull() && !value.isString()) {
      v.add(field, "must be a string");
    }
  }

  /** The document that the patch makes of the target. */
  static JsonObject apply(String patch, JsonObject target) {
    return JsonP.JSON.createMergePatch(JsonP.parse(patch)).apply(target).asJsonObject();
  }
}
