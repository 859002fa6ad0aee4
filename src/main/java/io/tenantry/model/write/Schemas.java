package io.tenantry.model.write;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.dialect.Dialects;
import io.tenantry.kernel.FieldError;
import io.tenantry.kernel.Refusal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * JSON Schema 2020-12, by networknt. Nothing is fetched, from the network or the class path: a
 * reference leads to a place in the schema itself. What would take too long to check is refused.
 */
final class Schemas {

  private static final int TOLD = 20;
  // references can lead twice to the next, which doubles the work at each
  private static final long STEPS = 2_000_000;
  private static final SchemaRegistry META = SchemaRegistry.withDialect(Dialects.getDraft202012());

  private Schemas() {}

  /**
   * @throws Refusal INVALID, when the schema is none, or the configuration does not satisfy it
   */
  static void require(JsonNode schema, JsonNode configuration) {
    refuse("schema", META.getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12)).validate(schema));
    refuse("configuration", check(schema, configuration));
  }

  private static List<Error> check(JsonNode schema, JsonNode configuration) {
    var budget = new MatchingBudget();
    var registry =
        SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder ->
                builder
                    .schemaCacheEnabled(false)
                    .schemaLoader(loader -> loader.allow(iri -> false))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .regularExpressionFactory(budget::compile)
                            .build()));
    try {
      return registry
          .getSchema(schema)
          .validate(
              configuration,
              run -> run.executionConfig(config -> config.maxEvaluationSteps(STEPS)));
    } catch (MatchingBudget.Exhausted e) {
      throw Refusal.invalid("schema", "takes too long to check: simplify its patterns");
    } catch (ValidationLimitExceededException e) {
      throw Refusal.invalid("schema", "takes too long to check: it looks at too much too often");
    } catch (SchemaException e) {
      throw Refusal.invalid(
          "schema",
          "cannot be used: a reference must lead to a place within the schema itself, and each"
              + " pattern must be a regular expression");
    } catch (StackOverflowError e) {
      throw Refusal.invalid("schema", "is too deeply nested to be checked");
    }
  }

  private static void refuse(String root, List<Error> errors) {
    if (!errors.isEmpty()) {
      throw Refusal.invalid(
          errors.stream()
              .limit(TOLD)
              .map(e -> new FieldError(field(root, e), e.getMessage()))
              .toList());
    }
  }

  private static String field(String root, Error error) {
    var path = error.getInstanceLocation().toString();
    return path.isEmpty() ? root : root + path;
  }
}
