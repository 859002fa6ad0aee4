package io.tenantry.projection;

import java.util.List;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists as one text, which each store can hold.
 *
 * @param <T> what is in them
 */
public final class JsonList<T> {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String EMPTY = "[]";

  private final JavaType type;

  public JsonList(Class<T> element) {
    type = JSON.getTypeFactory().constructCollectionType(List.class, element);
  }

  public String write(List<T> list) {
    return JSON.writeValueAsString(list);
  }

  public List<T> read(String text) {
    // what most of them are, and what is read at each request
    return text.equals(EMPTY) ? List.of() : List.copyOf(JSON.<List<T>>readValue(text, type));
  }
}
