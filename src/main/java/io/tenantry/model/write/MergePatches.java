package io.tenantry.model.write;

import io.tenantry.kernel.Violations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396), on a tree that is changed in place. */
final class MergePatches {

  private MergePatches() {}

  static void check(Violations v, JsonNode patch) {
    if (!patch.isObject()) {
      v.add("body", "must be a JSON object");
      return;
    }
    patch.propertyNames().forEach(name -> ModelFields.check(v, name, name));
    ModelRules.text(v, patch, ModelFields.NAME);
    ModelRules.text(v, patch, ModelFields.DESCRIPTION);
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

  static void apply(JsonNode patch, ObjectNode target) {
    for (var member : patch.properties()) {
      var name = member.getKey();
      if (member.getValue().isNull()) {
        target.remove(name);
      } else {
        target.set(name, merged(target.get(name), member.getValue()));
      }
    }
  }

  private static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    var object = target instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
    apply(patch, object);
    return object;
  }
}
