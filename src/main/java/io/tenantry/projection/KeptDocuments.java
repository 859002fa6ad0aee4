package io.tenantry.projection;

import java.util.Collection;

/**
 * Writes documents beside the read models that no event tells of: no projection makes them, and no
 * rebuild removes them. Repositories read them, as they read all documents.
 */
public interface KeptDocuments {

  /** Stores documents under their {@code @Id}, over what was there. */
  void put(Class<?> type, Collection<?> documents);

  /** What is not there is well. */
  void remove(Class<?> type, Collection<?> ids);
}
