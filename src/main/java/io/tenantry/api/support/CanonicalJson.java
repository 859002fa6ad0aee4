package io.tenantry.api.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenantry.kernel.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * What a JSON text says, however it is laid out: members sorted, no white space, strings by value.
 * Numbers are taken as they are written: 1.0 is not 1, since what is stored keeps the difference.
 */
final class CanonicalJson {

  /** A number, true, false or null, which a string of the same letters is not. */
  private record Literal(String text) {}

  private final JsonParser parser;

  private CanonicalJson(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * SHA-256 of what the text says.
   *
   * @throws tools.jackson.core.JacksonException when it is not JSON
   */
  static byte[] digest(String text) {
    try (JsonParser parser = JsonTree.FACTORY.createParser(ObjectReadContext.empty(), text)) {
      MessageDigest digest = Sha256.digest();
      add(digest, new CanonicalJson(parser).value(parser.nextToken()));
      return digest.digest();
    }
  }

  private Object value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> members = new TreeMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          members.put(name, value(parser.nextToken()));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<Object> elements = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          elements.add(value(t));
        }
        yield elements;
      }
      case VALUE_STRING -> parser.getString();
      default -> new Literal(parser.getString());
    };
  }

  private static void add(MessageDigest digest, Object value) {
    switch (value) {
      case Map<?, ?> members -> {
        count(digest, '{', members.size());
        members.forEach(
            (name, member) -> {
              add(digest, name);
              add(digest, member);
            });
      }
      case List<?> elements -> {
        count(digest, '[', elements.size());
        elements.forEach(element -> add(digest, element));
      }
      case Literal literal -> text(digest, 'l', literal.text());
      default -> text(digest, '"', (String) value);
    }
  }

  private static void text(MessageDigest digest, char kind, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    count(digest, kind, bytes.length);
    digest.update(bytes);
  }

  private static void count(MessageDigest digest, char kind, int count) {
    digest.update((byte) kind);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
  }
}
