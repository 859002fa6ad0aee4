package io.tenantry.api.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamContext;

/**
 * Where in a body: {@code retriever_engines.engines[1].retriever_type}; {@code body} at its root.
 */
final class FieldPath {

  private FieldPath() {}

  /** A member of what that is the inside of. */
  static String of(TokenStreamContext object, String name) {
    StringBuilder path = path(object);
    member(path, name);
    return path.toString();
  }

  static String of(TokenStreamContext context) {
    return orBody(path(context));
  }

  private static StringBuilder path(TokenStreamContext context) {
    Deque<TokenStreamContext> contexts = new ArrayDeque<>();
    for (@Nullable TokenStreamContext c = context; c != null; c = c.getParent()) {
      contexts.push(c);
    }
    StringBuilder path = new StringBuilder();
    for (TokenStreamContext c : contexts) {
      if (c.inArray()) {
        path.append('[').append(c.getCurrentIndex()).append(']');
      } else if (c.inObject() && c.currentName() != null) {
        member(path, c.currentName());
      }
    }
    return path;
  }

  static String of(List<JacksonException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : references) {
      String name = reference.getPropertyName();
      if (name == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        member(path, name);
      }
    }
    return orBody(path);
  }

  private static void member(StringBuilder path, String name) {
    if (!path.isEmpty()) {
      path.append('.');
    }
    path.append(name.isEmpty() ? "\"\"" : Text.printable(name));
  }

  private static String orBody(StringBuilder path) {
    return path.isEmpty() ? "body" : path.toString();
  }
}
