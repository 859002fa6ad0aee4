package io.tenantry.projection;

import org.jspecify.annotations.Nullable;

/** What one batch of events makes of a read model; written at once, together with the token. */
public interface ReadModelBatch {

  /** The document as this batch leaves it so far; null where there is none. */
  <T> @Nullable T find(Class<T> type, Object id);

  /** Stores the document under its {@code @Id}, over what was there. */
  void put(Object document);

  void remove(Class<?> type, Object id);
}
