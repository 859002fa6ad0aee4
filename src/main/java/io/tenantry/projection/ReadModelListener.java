package io.tenantry.projection;

import java.util.Collection;

/**
 * Is told what a batch has written, after it has been committed and before those are woken who wait
 * for it. For caches.
 */
public interface ReadModelListener {

  /**
   * @param stored documents as they are now, of any type
   */
  void stored(Collection<Object> stored);

  /**
   * @param ids of documents of that type that are no more
   */
  void removed(Class<?> type, Collection<Object> ids);
}
