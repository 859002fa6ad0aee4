package io.tenantry.model.write;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The keywords that compare values: {@code enum}, {@code const}, {@code uniqueItems}. The library's
 * own take a square of time for values with equal hash codes, which anybody can make, and write a
 * {@code const} out for each value that is another.
 */
record ValuesKeyword(String getValue) implements Keyword {

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode asked, Schema parent, SchemaContext context) {
    return getValue.equals("uniqueItems")
        ? new Unique(this, location, asked, parent, context)
        : new Among(this, location, asked, parent, context);
  }

  private abstract static class Comparing extends BaseKeywordValidator {

    Comparing(
        Keyword keyword,
        SchemaLocation location,
        JsonNode asked,
        Schema parent,
        SchemaContext context) {
      super(keyword, asked, location, parent, context);
    }

    void add(ExecutionContext context, JsonNode found, NodePath location, String message) {
      context.addError(
          error()
              .instanceNode(found)
              .instanceLocation(location)
              .evaluationPath(context.getEvaluationPath())
              .message(message)
              .build());
    }
  }

  private static final class Unique extends Comparing {

    Unique(
        Keyword keyword,
        SchemaLocation location,
        JsonNode asked,
        Schema parent,
        SchemaContext context) {
      super(keyword, location, asked, parent, context);
    }

    @Override
    public void validate(
        ExecutionContext context, JsonNode found, JsonNode root, NodePath location) {
      if (!found.isArray() || !schemaNode.booleanValue(false)) {
        return;
      }
      var budget = ((Check) context).budget();
      var seen = new HashSet<String>();
      for (int i = 0; i < found.size(); i++) {
        if (!seen.add(CanonicalText.of(found.get(i), budget))) {
          add(context, found, location, "must have unique items, and [" + i + "] is there twice");
          return;
        }
      }
    }
  }

  private static final class Among extends Comparing {

    private final Set<String> values = new HashSet<>();
    private final String message;

    Among(
        Keyword keyword,
        SchemaLocation location,
        JsonNode asked,
        Schema parent,
        SchemaContext context) {
      super(keyword, location, asked, parent, context);
      var budget = new Budget();
      if (keyword.getValue().equals("const")) {
        values.add(CanonicalText.of(asked, budget));
      } else {
        asked.forEach(value -> values.add(CanonicalText.of(value, budget)));
      }
      message = "must be a value that the schema names by " + keyword.getValue();
    }

    @Override
    public void validate(
        ExecutionContext context, JsonNode found, JsonNode root, NodePath location) {
      if (!values.contains(CanonicalText.of(found, ((Check) context).budget()))) {
        add(context, found, location, message);
      }
    }
  }
}
