package io.tenantry.projection;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one batch of events makes of a read model; written at once, together with the token. */
public interface ReadModelBatch {

  /** The document as this batch leaves it so far; null where there is none. */
  <T> @Nullable T find(Class<T> type, Object id);

  /** Stores the document under its {@code @Id}, over what was there. */
  void put(Object document);

  void remove(Class<?> type, Object id);

  /**
   * Lets an event make the next document of the one that is there, unless that knows it already.
   *
   * @param next null for none, on both sides
   */
  default <D extends Versioned> void fold(
      Class<D> type, Object id, StoredEvent event, UnaryOperator<@Nullable D> next) {
    D known = find(type, id);
    if (known != null && known.version() >= event.version()) {
      return;
    }
    D document = next.apply(known);
    if (document != null) {
      put(document);
    } else if (known != null) {
      remove(type, id);
    }
  }
}
