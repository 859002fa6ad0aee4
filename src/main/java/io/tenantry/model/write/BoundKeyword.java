package io.tenantry.model.write;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The keywords that bound a number. The library's own fail on a number beyond a long, such as
 * 1e9999, where the schema asks for an integer, and read the bound from its text for each number.
 */
record BoundKeyword(String getValue) implements Keyword {

  private static final Map<String, IntPredicate> HOLDS =
      Map.of(
          "minimum", c -> c >= 0,
          "maximum", c -> c <= 0,
          "exclusiveMinimum", c -> c > 0,
          "exclusiveMaximum", c -> c < 0);

  static boolean is(String keyword) {
    return HOLDS.containsKey(keyword);
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode asked, Schema parent, SchemaContext context) {
    return new Bound(this, location, asked, parent, context);
  }

  private static final class Bound extends BaseKeywordValidator {

    private final @Nullable BigDecimal bound;
    private final IntPredicate holds;

    Bound(
        Keyword keyword,
        SchemaLocation location,
        JsonNode asked,
        Schema parent,
        SchemaContext context) {
      super(keyword, asked, location, parent, context);
      bound = asked.isNumber() ? asked.decimalValue() : null;
      holds = HOLDS.getOrDefault(keyword.getValue(), c -> true);
    }

    @Override
    public void validate(
        ExecutionContext context, JsonNode found, JsonNode root, NodePath location) {
      if (bound != null && found.isNumber() && !holds.test(found.decimalValue().compareTo(bound))) {
        context.addError(
            error()
                .instanceNode(found)
                .instanceLocation(location)
                .evaluationPath(context.getEvaluationPath())
                .arguments(bound.toString())
                .build());
      }
    }
  }
}
