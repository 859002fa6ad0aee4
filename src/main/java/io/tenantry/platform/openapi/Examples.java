package io.tenantry.platform.openapi;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts an example of a whole together from those of its parts. */
final class Examples {

  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, Schema<Object>> components;
  private final boolean request;

  /**
   * @param request then only what has an example is in it
   */
  Examples(Map<String, Schema<Object>> components, boolean request) {
    this.components = components;
    this.request = request;
  }

  @Nullable Object of(Schema<?> schema) {
    return of(schema, true);
  }

  private @Nullable Object of(Schema<?> schema, boolean required) {
    if (schema.get$ref() != null) {
      return of(requireNonNull(components.get(schema.get$ref().substring(REFERENCE.length()))));
    }
    if (schema.getExamples() != null) {
      return schema.getExamples().getFirst();
    }
    if (schema.getConst() != null) {
      return schema.getConst();
    }
    if (schema.getAnyOf() != null) {
      return of(schema.getAnyOf().getFirst());
    }
    if (schema.getItems() != null) {
      var item = of(schema.getItems());
      return item == null ? List.of() : List.of(item);
    }
    return schema.getProperties() == null ? empty(schema, required) : members(schema);
  }

  private Map<String, @Nullable Object> members(Schema<?> schema) {
    var members = new LinkedHashMap<String, @Nullable Object>();
    schema
        .getProperties()
        .forEach(
            (name, property) -> {
              boolean required =
                  schema.getRequired() != null && schema.getRequired().contains(name);
              var member = of(property, required);
              if (member != null || required) {
                members.put(name, member);
              }
            });
    return members;
  }

  private @Nullable Object empty(Schema<?> schema, boolean required) {
    var types = schema.getTypes();
    if (request || !required || types == null || types.contains("null")) {
      return null;
    }
    if (types.contains("object")) {
      return Map.of();
    }
    return types.contains("boolean") ? Boolean.FALSE : types.contains("string") ? "" : null;
  }
}
