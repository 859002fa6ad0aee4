package io.tenantry.model.write;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.DynamicRefValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.RefValidator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A keyword as the library compiles it, and what the inspection of the schema learns from that. */
record InspectedKeyword(Keyword keyword, Inspection inspection) implements Keyword {

  @Override
  public String getValue() {
    return keyword.getValue();
  }

  @Override
  public @Nullable KeywordValidator newValidator(
      SchemaLocation location, JsonNode asked, Schema parent, SchemaContext context)
      throws Exception {
    var validator = keyword.newValidator(location, asked, parent, context);
    var within = parent.getSchemaNode();
    if (validator instanceof RefValidator ref) {
      inspection.reference(within, getValue(), () -> ref.getSchemaRef().getSchema());
    } else if (validator instanceof DynamicRefValidator ref) {
      inspection.reference(
          within, getValue(), () -> ref.getSchemaRef(new Check(inspection.budget())).getSchema());
    }
    switch (getValue()) {
      case "$schema" -> inspection.dialect(within);
      case "pattern" -> inspection.pattern(within, "pattern", asked.stringValue(""));
      case "patternProperties" ->
          asked
              .propertyNames()
              .forEach(
                  name ->
                      inspection.pattern(
                          within, "patternProperties/" + Inspection.segment(name), name));
      // the library compiles none of these, and what stands in them should be right all the same
      case "then", "else" -> {
        if (!within.has("if")) {
          context.newSchema(location, asked, parent);
        }
      }
      case "contentSchema" -> context.newSchema(location, asked, parent);
      default -> {}
    }
    return validator;
  }
}
