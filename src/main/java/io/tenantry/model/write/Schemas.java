package io.tenantry.model.write;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.Keyword;
import io.tenantry.kernel.FieldError;
import io.tenantry.kernel.Refusal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * JSON Schema 2020-12, by networknt. Nothing is fetched, from the network or the class path: a
 * reference leads to a place in the schema itself. What would take too long to check is refused.
 */
final class Schemas {

  private static final int CHARACTERS_A_UNIT = 4;
  private static final Dialect DIALECT = dialect();
  private static final Schema META =
      SchemaRegistry.withDialect(DIALECT).getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));

  private Schemas() {}

  /**
   * That the configuration satisfies the schema.
   *
   * @param known whether the schema has been found to be one before
   * @throws Refusal INVALID, when it does not, or the schema is none, or nobody can say so in time
   */
  static void require(JsonNode schema, boolean known, JsonNode configuration) {
    var budget = new Budget();
    if (!known) {
      refuse("schema", within(() -> Check.errors(META, schema, budget)));
    }
    refuse("configuration", within(() -> errors(schema, configuration, budget)));
  }

  private static List<Error> errors(JsonNode schema, JsonNode configuration, Budget budget) {
    var patterns = new Patterns(budget);
    // each part of a schema is compiled once at most
    budget.charge(Json.weight(schema) / CHARACTERS_A_UNIT);
    var config =
        SchemaRegistryConfig.builder()
            .preloadSchema(false)
            .regularExpressionFactory(patterns::compile)
            .build();
    var registry =
        SchemaRegistry.withDialect(
            DIALECT,
            builder ->
                builder
                    .schemaCacheEnabled(false)
                    .schemaLoader(loader -> loader.allow(iri -> false))
                    .schemaRegistryConfig(config));
    return Check.errors(registry.getSchema(schema), configuration, budget);
  }

  private static Dialect dialect() {
    var standard = Dialects.getDraft202012();
    return Dialect.builder(standard)
        .keywords(all -> standard.getKeywords().forEach((name, k) -> all.put(name, metered(k))))
        .build();
  }

  private static Keyword metered(Keyword keyword) {
    var name = keyword.getValue();
    return switch (name) {
      // the library lets nobody stand in for it, and it only notes
      case "format" -> keyword;
      case "enum", "const", "uniqueItems" -> new ValuesKeyword(name);
      default -> new MeteredKeyword(BoundKeyword.is(name) ? new BoundKeyword(name) : keyword);
    };
  }

  private interface Checking {
    List<Error> errors();
  }

  private static List<Error> within(Checking check) {
    try {
      return check.errors();
    } catch (Budget.Exhausted e) {
      throw Refusal.invalid("schema", "takes too long to check: simplify it, or its patterns");
    } catch (ValidationLimitExceededException e) {
      throw Refusal.invalid("schema", "takes too long to check: it looks at too much too often");
    } catch (RuntimeException e) {
      // mostly a SchemaException; but the library also stumbles over what nobody means to write,
      // such as a $dynamicRef to "#"
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
          errors.stream().map(e -> new FieldError(field(root, e), e.getMessage())).toList());
    }
  }

  private static String field(String root, Error error) {
    var path = error.getInstanceLocation().toString();
    return path.isEmpty() ? root : root + path;
  }
}
