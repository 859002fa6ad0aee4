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
import tools.jackson.core.exc.StreamReadException;

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
   * @throws tools.jackson.core.JacksonException when it is not one JSON value that {@link JsonTree}
   *     would read: what is refused must not look like what is not
   */
  static byte[] digest(String text) {
    try (JsonParser parser = JsonTree.FACTORY.createParser(ObjectReadContext.empty(), text)) {
      CanonicalJson json = new CanonicalJson(parser);
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw json.unread("is empty");
      }
      MessageDigest digest = Sha256.digest();
      add(digest, json.value(first));
      if (parser.nextToken() != null) {
        throw json.unread("has text after its JSON value");
      }
      return digest.digest();
    }
  }

  private StreamReadException unread(String message) {
    return new StreamReadException(parser, message);
  }

  private Object value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> members = new TreeMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = wellFormed(parser.currentName());
          if (members.put(name, value(parser.nextToken())) != null) {
            throw unread("has a member twice");
          }
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
      case VALUE_STRING -> wellFormed(parser.getString());
      default -> new Literal(parser.getString());
    };
  }

  /** A lone surrogate has no bytes in UTF-8: it would look like a question mark. */
  private String wellFormed(String text) {
    if (Text.fault(text) != null) {
      throw unread("has a string that is not text");
    }
    return text;
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
