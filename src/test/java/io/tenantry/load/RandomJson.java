package io.tenantry.load;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON texts near to valid ones, and some that are none. */
final class RandomJson {

  private static final JsonMapper JSON = new JsonMapper();

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.0",
          "1e3",
          "1e999999",
          "-1e-99999",
          "9223372036854775807",
          "9223372036854775808",
          "123456789012345678901234567890",
          "NaN",
          "01",
          "\"\"",
          "\" \"",
          "\"a\"",
          "\"active\"",
          "\"admin\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\ud83d\\ude00\"",
          "\"../..\"",
          "\"a/b\"",
          "\"$ref\"",
          "\"" + "x".repeat(600) + "\"",
          "[]",
          "[null]",
          "[[[[[[[[[[1]]]]]]]]]]",
          "{}",
          "{\"\":1}",
          "{\"a\":{\"a\":{\"a\":[1,2,{\"a\":null}]}}}",
          "{\"type\":\"object\",\"required\":[\"a\"]}",
          "{\"pattern\":\"(a+)+$\"}",
          "{\"$ref\":\"#\"}",
          "{\"$ref\":\"http://localhost/\"}");

  private final Random random;

  RandomJson(Random random) {
    this.random = random;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  String value() {
    return one(VALUES);
  }

  /** That text with up to two changes in what it says, or in how it is written. */
  String near(String valid) {
    String text = valid;
    for (int i = random.nextInt(5) - 2; i > 0; i--) {
      text = random.nextInt(3) == 0 ? misspelled(text) : changed(text);
    }
    return text;
  }

  private String changed(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      String place = "\"\\u0001here\"";
      return change(tree).toString().replace(place, value());
    } catch (RuntimeException e) {
      return misspelled(text);
    }
  }

  private JsonNode change(JsonNode tree) {
    JsonNode here = JSON.getNodeFactory().stringNode("\u0001here");
    if (tree instanceof ObjectNode object && !object.isEmpty()) {
      String name = one(object.propertyNames().stream().toList());
      switch (random.nextInt(5)) {
        case 0 -> object.set(name, here);
        case 1 -> object.remove(name);
        case 2 -> object.set(one(List.of("x", "", name + "s", "\u00e9", "id", "version")), here);
        default -> object.set(name, change(object.get(name)));
      }
      return object;
    }
    if (tree instanceof ArrayNode array && !array.isEmpty()) {
      int index = random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.remove(index);
        case 1 -> array.add(array.get(index).deepCopy());
        case 2 -> array.add(here);
        default -> array.set(index, change(array.get(index)));
      }
      return array;
    }
    return here;
  }

  private String misspelled(String text) {
    if (text.isEmpty()) {
      return value();
    }
    int at = random.nextInt(text.length());
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(at);
      case 2 -> text + text;
      case 3 ->
          text.substring(0, at)
              + one(List.of("\"", "{", "]", ",", "\\", "\0", "\u00e9", "1"))
              + text.substring(at);
      default -> "[".repeat(random.nextInt(200)) + text;
    };
  }
}
