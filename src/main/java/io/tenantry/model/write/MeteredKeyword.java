package io.tenantry.model.write;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A keyword as the library checks it, once its cost has been charged. */
record MeteredKeyword(Keyword keyword) implements Keyword {

  private static final int STEP = 5;

  @Override
  public String getValue() {
    return keyword.getValue();
  }

  @Override
  public @Nullable KeywordValidator newValidator(
      SchemaLocation location, JsonNode asked, Schema parent, SchemaContext context)
      throws Exception {
    var validator = keyword.newValidator(location, asked, parent, context);
    return validator == null ? null : new Metered(validator, new KeywordCost(getValue(), asked));
  }

  private record Metered(KeywordValidator validator, KeywordCost cost) implements KeywordValidator {

    @Override
    public void validate(
        ExecutionContext context, JsonNode found, JsonNode root, NodePath location) {
      var check = (Check) context;
      check.budget().charge(STEP + cost.of(check, found, location));
      validator.validate(context, found, root, location);
    }

    @Override
    public void preloadSchema() {
      validator.preloadSchema();
    }

    @Override
    public String getKeyword() {
      return validator.getKeyword();
    }

    @Override
    public SchemaLocation getSchemaLocation() {
      return validator.getSchemaLocation();
    }
  }
}
