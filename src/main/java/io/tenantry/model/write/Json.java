package io.tenantry.model.write;

import io.tenantry.kernel.CostlyWork;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON text to trees and back without losing a digit. */
final class Json {

  private static final int LARGEST = 4 << 20;
  private static final int LARGE = 1 << 16;
  // the surface lets 1000 pass; a sign, an exponent and leading zeros may stand beside them
  private static final int DIGITS = 1100;
  private static final JsonMapper EXACT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(LARGEST)
                          .maxNameLength(LARGEST)
                          .maxNumberLength(DIGITS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /**
   * @throws JacksonException when it is not JSON
   */
  static JsonNode parse(String text) {
    beginIfLarge(text);
    return EXACT.readTree(text);
  }

  /** What is small takes less than a millisecond to read. */
  static void beginIfLarge(String text) {
    if (text.length() > LARGE) {
      CostlyWork.begin();
    }
  }

  static String write(JsonNode node) {
    return EXACT.writeValueAsString(node);
  }

  /** Looks no deeper than that, so that depth alone cannot break it. */
  static boolean deeperThan(int levels, JsonNode node) {
    if (!node.isContainer()) {
      return false;
    }
    if (levels == 0) {
      return true;
    }
    for (var child : node) {
      if (deeperThan(levels - 1, child)) {
        return true;
      }
    }
    return false;
  }

  /** How much there is of it: its characters, and eight for each value. */
  static long weight(JsonNode node) {
    long weight = 8;
    if (node.isString()) {
      weight += node.stringValue().length();
    } else if (node.isNumber()) {
      weight += Numbers.digits(node);
    }
    for (var name : node.propertyNames()) {
      weight += name.length();
    }
    for (var child : node) {
      weight += weight(child);
    }
    return weight;
  }
}
