package io.tenantry.model.write;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One text for all values that are equal as JSON Schema says. A text can be ordered, so a set of
 * them stays fast even when all of their hash codes are the same.
 */
final class CanonicalText {

  private static final int VALUE = 4;
  private static final int CHARACTERS_A_UNIT = 8;

  private final Budget budget;
  private final StringBuilder text = new StringBuilder();

  private CanonicalText(Budget budget) {
    this.budget = budget;
  }

  static String of(JsonNode node, Budget budget) {
    var canonical = new CanonicalText(budget);
    canonical.add(node);
    return canonical.text.toString();
  }

  private void add(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> {
        var sorted = new TreeMap<String, JsonNode>();
        node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        begin('{', sorted.size());
        sorted.forEach(
            (name, value) -> {
              string(name);
              add(value);
            });
      }
      case ARRAY -> {
        begin('[', node.size());
        node.forEach(this::add);
      }
      case STRING -> string(node.stringValue());
      case NUMBER -> {
        long digits = Numbers.digits(node);
        budget.charge(digits * digits / 512);
        begin('n', 0);
        text.append(Numbers.canonical(node));
      }
      default -> {
        begin('l', 0);
        text.append(node.asString());
      }
    }
  }

  private void string(String value) {
    budget.charge(value.length() / CHARACTERS_A_UNIT);
    begin('"', value.length());
    text.append(value);
  }

  private void begin(char kind, int count) {
    budget.charge(VALUE);
    text.append(kind).append(count).append(':');
  }
}
