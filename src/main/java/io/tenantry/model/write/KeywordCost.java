package io.tenantry.model.write;

import com.networknt.schema.path.NodePath;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What it costs to look at a value by one keyword, beside the step that the library counts. */
final class KeywordCost {

  private final String keyword;
  private final JsonNode asked;
  private final long weight;

  KeywordCost(String keyword, JsonNode asked) {
    this.keyword = keyword;
    this.asked = asked;
    this.weight =
        switch (keyword) {
          // what is quoted when it fails, or looked through
          case "contains", "not", "dependentRequired" -> Json.weight(asked) / 4;
          default -> 0;
        };
  }

  long of(Check check, JsonNode found, NodePath location) {
    return annotations(check, location)
        + switch (keyword) {
          case "properties", "required", "dependentSchemas" -> found.isObject() ? asked.size() : 0;
          case "dependentRequired" -> found.size() + weight;
          case "patternProperties" -> (long) found.size() * asked.size();
          case "additionalProperties", "unevaluatedProperties", "unevaluatedItems" -> found.size();
          case "propertyNames" -> 25L * found.size();
          case "minLength", "maxLength", "contentMediaType", "contentEncoding" ->
              found.isString() ? found.stringValue().length() / 4 : 0;
          case "type" -> found.isNumber() ? arithmetic(Numbers.digits(found)) : 0;
          case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
              found.isNumber() ? arithmetic(Numbers.digits(found) + digitsAsked()) : 0;
          case "multipleOf" ->
              found.isNumber() ? 64 * arithmetic(Numbers.digits(found) + digitsAsked()) : 0;
          case "$dynamicRef" -> 10L * check.getEvaluationSchema().size();
          default -> weight;
        };
  }

  /**
   * A schema that fails looks through what has been noted of the value, and so does unevaluated.
   */
  private static long annotations(Check check, NodePath location) {
    var noted = check.getAnnotations().asMap();
    return noted.isEmpty() ? 0 : 4L * noted.getOrDefault(location, List.of()).size();
  }

  private long digitsAsked() {
    return asked.isNumber() ? Numbers.digits(asked) : 0;
  }

  private static long arithmetic(long digits) {
    return digits * digits / 1024;
  }
}
