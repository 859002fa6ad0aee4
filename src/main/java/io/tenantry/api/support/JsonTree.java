package io.tenantry.api.support;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON into a tree that says exactly what the client wrote, or refuses it. Numbers keep every
 * digit; they have at most 1000 digits and an exponent within ±9999.
 */
final class JsonTree {

  private static final int DEPTH_AT_MOST = 128;
  private static final int DIGITS_AT_MOST = 1000;
  private static final int EXPONENT_AT_MOST = 9999;

  // the size of a body is bounded before; these limits would only hide the field's name
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_AT_MOST)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;

  /** The first value that is read, but must not be; what cannot be read at all is told before. */
  private @Nullable Refusal invalid;

  private JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  static JsonNode read(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw unreadable("is empty", null);
      }
      JsonTree reading = new JsonTree(parser);
      JsonNode tree = reading.value(first);
      if (parser.nextToken() != null) {
        throw unreadable("has text after its JSON value", parser.currentTokenLocation());
      }
      if (reading.invalid != null) {
        throw reading.invalid;
      }
      return tree;
    } catch (JacksonException e) {
      throw unreadable("is not JSON, or nested deeper than " + DEPTH_AT_MOST, e.getLocation());
    }
  }

  private static Refusal unreadable(String message, @Nullable TokenStreamLocation at) {
    String where = at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
    return Refusal.of(
        RefusalCode.UNREADABLE, "body " + message + where, Map.of(Unreadable.FIELD, "body"));
  }

  private JsonNode value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> NODES.stringNode(wellFormed(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw unreadable("is not JSON", parser.currentTokenLocation());
    };
  }

  private ObjectNode object() {
    ObjectNode object = NODES.objectNode();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
      String name = wellFormed(String.valueOf(parser.currentName()));
      if (object.has(name)) {
        String path = FieldPath.of(parser.streamReadContext());
        throw Unreadable.because(path, "is there twice");
      }
      object.set(name, value(parser.nextToken()));
    }
    return object;
  }

  private ArrayNode array() {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      array.add(value(t));
    }
    return array;
  }

  private String wellFormed(String text) {
    String fault = Text.fault(text);
    if (fault != null) {
      note(fault);
    }
    return text;
  }

  private JsonNode number(String token) {
    int e = Math.max(token.indexOf('e'), token.indexOf('E'));
    String digits = e < 0 ? token : token.substring(0, e);
    if (digits.length() > DIGITS_AT_MOST) {
      return note("must not have more than " + DIGITS_AT_MOST + " digits");
    }
    if (e >= 0 && !exponentAllowed(token.substring(e + 1))) {
      return note("must have an exponent within ±" + EXPONENT_AT_MOST);
    }
    if (e >= 0 || digits.indexOf('.') >= 0) {
      BigDecimal decimal = new BigDecimal(token);
      // 12e9999 is written as 1.2E+10000, and must be readable again
      if (Math.abs((long) decimal.precision() - decimal.scale() - 1) > EXPONENT_AT_MOST) {
        return note("must have an exponent within ±" + EXPONENT_AT_MOST);
      }
      return DecimalNode.valueOf(decimal);
    }
    BigInteger whole = new BigInteger(token);
    return whole.bitLength() < Long.SIZE
        ? NODES.numberNode(whole.longValue())
        : NODES.numberNode(whole);
  }

  private static boolean exponentAllowed(String written) {
    String digits = written.replaceFirst("^[+-]?0*", "");
    return digits.length() <= 4;
  }

  /** What stands in its place is never seen. */
  private JsonNode note(String message) {
    if (invalid == null) {
      invalid = Refusal.invalid(FieldPath.of(parser.streamReadContext()), message);
    }
    return NODES.nullNode();
  }
}
