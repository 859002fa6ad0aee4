package io.tenantry.model.write;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tenantry.kernel.FieldError;
import io.tenantry.kernel.Refusal;
import io.tenantry.model.ModelCommand;
import io.tenantry.model.events.ModelCreated;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A command within all limits that would cost, taken naively, seconds to hours or gigabytes.
 *
 * @param answer the field that is refused, {@link #TAKEN}, or {@code conflict}
 */
record Attack(String name, ModelState state, ModelCommand command, String answer) {

  static final String TAKEN = "taken";
  static final String SCHEMA = "schema";
  static final String CONFIGURATION = "configuration";

  // 200 ms is what it may take on a quiet machine, and what the budget is made for
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 20_000;

  /** A model created with a schema. JSON is written with single quotes throughout. */
  static Attack asked(String name, String answer, @Nullable String schema, String configuration) {
    var create = Given.create("m", null, json(configuration), schema == null ? null : json(schema));
    return new Attack(name, ModelState.NONE, create, answer);
  }

  /** The same, where the schema is one of the member {@code a}. */
  static Attack asked(String name, String answer, String schema, String a, boolean member) {
    return asked(name, answer, "{'properties':{'a':" + schema + "}}", member ? a(a) : a);
  }

  static Attack patched(String name, String answer, String configuration, String operations) {
    return new Attack(name, stored(configuration), Given.operations(json(operations)), answer);
  }

  static Attack merged(String name, String answer, String configuration, String patch) {
    return new Attack(name, stored(configuration), Given.merge(json(patch)), answer);
  }

  void isAnsweredSoon() {
    assertThat(assertTimeoutPreemptively(SOON, this::answered)).isEqualTo(answer);
  }

  private String answered() {
    try {
      ModelDecider.decide(state, command);
      return TAKEN;
    } catch (Refusal refusal) {
      assertThat(refusal.getMessage()).hasSizeLessThan(LONGEST_ANSWER);
      return refusal.errors().stream()
          .map(FieldError::field)
          .findFirst()
          .map(field -> field.startsWith(answer) ? answer : field)
          .orElse("conflict");
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private static ModelState stored(String configuration) {
    var text = json(configuration);
    return Given.state(new ModelCreated(Given.ID, Given.TENANT, "m", "", text, null));
  }

  /** All of the same hash code. */
  static String colliding(int number) {
    return "'"
        + IntStream.range(0, 15)
            .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
            .collect(joining())
        + "'";
  }

  static String property(String keyword, String value) {
    return "{'properties':{'a':{'" + keyword + "':" + value + "}}}";
  }

  static String items(String schema) {
    return property("items", schema);
  }

  static String each(int count, IntFunction<String> schema) {
    return "{'allOf':[" + list(count, schema) + "]}";
  }

  static String a(String value) {
    return "{'a':" + value + "}";
  }

  static String list(String value, int count) {
    return a(array(count, i -> value));
  }

  static String names(int count, String value) {
    return "{" + list(count, i -> "'name" + i + "':" + value) + "}";
  }

  static String nested(int levels) {
    return "{'a':".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
  }

  static String array(int count, IntFunction<String> item) {
    return "[" + list(count, item) + "]";
  }

  static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(joining(","));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
