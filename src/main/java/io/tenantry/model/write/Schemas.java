package io.tenantry.model.write;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
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
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * JSON Schema 2020-12, by networknt. Nothing is fetched, from the network or the class path: a
 * reference leads to a place in the schema itself. What would take too long to check is refused.
 */
final class Schemas {

  private static final int CHARACTERS_A_UNIT = 4;
  // without one of its own, the library cannot follow a $dynamicRef to "#"
  private static final SchemaLocation BASE = SchemaLocation.of("https://schema.invalid/");
  private static final Schema META =
      SchemaRegistry.withDialect(dialect(keyword -> keyword))
          .getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));

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
      var dialect = new Inspection(budget);
      dialect.dialect(schema);
      dialect.refuse(schema);
      refuse("schema", within(budget, () -> Check.errors(META, schema, budget)));
    }
    refuse("configuration", within(budget, () -> errors(schema, known, configuration, budget)));
  }

  private static List<Error> errors(
      JsonNode schema, boolean known, JsonNode configuration, Budget budget) {
    var inspection = new Inspection(budget);
    // each part of a schema is compiled once, and again where a reference leads to it
    budget.charge(Json.weight(schema) / CHARACTERS_A_UNIT);
    var compiled = registry(inspection).getSchema(BASE, schema);
    inspection.followReferences();
    if (!known) {
      inspection.refuse(schema);
    }
    try {
      return Check.errors(compiled, configuration, budget);
    } catch (SchemaException e) {
      // stored before it was inspected
      inspection.refuse(schema);
      throw e;
    }
  }

  private static SchemaRegistry registry(Inspection inspection) {
    var config =
        SchemaRegistryConfig.builder()
            .preloadSchema(false)
            .regularExpressionFactory(inspection.patterns()::compile)
            .build();
    var dialect = dialect(keyword -> new InspectedKeyword(keyword, inspection));
    return SchemaRegistry.withDialect(
        dialect,
        builder ->
            builder
                .dialectRegistry((id, registry) -> dialect)
                .schemaCacheEnabled(false)
                .schemaLoader(loader -> loader.allow(iri -> false))
                .schemaRegistryConfig(config));
  }

  private static Dialect dialect(UnaryOperator<Keyword> inspected) {
    var standard = Dialects.getDraft202012();
    return Dialect.builder(standard)
        .keywords(
            all ->
                standard.getKeywords().forEach((name, k) -> all.put(name, metered(k, inspected))))
        .build();
  }

  private static Keyword metered(Keyword keyword, UnaryOperator<Keyword> inspected) {
    var name = keyword.getValue();
    return switch (name) {
      // the library lets nobody stand in for it, and it only notes
      case "format" -> keyword;
      case "enum", "const", "uniqueItems" -> new ValuesKeyword(name);
      default ->
          new MeteredKeyword(
              BoundKeyword.is(name) ? new BoundKeyword(name) : inspected.apply(keyword));
    };
  }

  private interface Checking {
    List<Error> errors();
  }

  private static List<Error> within(Budget budget, Checking check) {
    try {
      return check.errors();
    } catch (ValidationLimitExceededException e) {
      throw Refusal.invalid("schema", "takes too long to check: it looks at too much too often");
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      budget.requireTurn();
      // mostly the budget's; but the library also stumbles over what nobody means to write
      throw Refusal.invalid(
          "schema",
          budget.isExhausted()
              ? "takes too long to check: simplify it, or its patterns"
              : "cannot be used to check the configuration");
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
