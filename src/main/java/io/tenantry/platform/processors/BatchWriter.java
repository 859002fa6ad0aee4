package io.tenantry.platform.processors;

import io.tenantry.platform.readstore.DocumentIds;
import io.tenantry.platform.readstore.ReadModelChanges;
import io.tenantry.platform.readstore.ReadModelStore;
import io.tenantry.projection.ReadModelListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the batches of one projection and tells the listeners what is new; for one thread. */
final class BatchWriter {

  private final String processor;
  private final ReadModelStore store;
  private final DocumentIds ids;
  private final List<ReadModelListener> listeners;

  /**
   * What failed writes have touched. Without transactions some of it may have been written; when
   * the batch comes again its events find their version there and change nothing, so the listeners
   * would never hear of it.
   */
  private final Map<Class<?>, Set<Object>> uncertain = new HashMap<>();

  BatchWriter(
      String processor, ReadModelStore store, DocumentIds ids, List<ReadModelListener> listeners) {
    this.processor = processor;
    this.store = store;
    this.ids = ids;
    this.listeners = listeners;
  }

  BatchInProgress begin() {
    return new BatchInProgress(store, ids);
  }

  /**
   * @return false when there was nothing to write, not even the position
   */
  boolean write(long position, BatchInProgress batch) {
    Map<Class<?>, Set<Object>> touched = batch.touched();
    if (touched.isEmpty() && uncertain.isEmpty()) {
      return false;
    }
    touched.forEach((type, keys) -> uncertain(type).addAll(keys));
    ReadModelChanges changes = batch.changes();
    store.write(processor, position, changes);
    changes.stored().values().forEach(documents -> listeners.forEach(l -> l.stored(documents)));
    changes.removed().forEach((type, keys) -> listeners.forEach(l -> l.removed(type, keys)));
    touched.forEach((type, keys) -> uncertain(type).removeAll(keys));
    settle();
    return true;
  }

  /** Tells the listeners what has become of all that failed writes have touched. */
  void settle() {
    uncertain.forEach(this::tellAgain);
    uncertain.clear();
  }

  private <T> void tellAgain(Class<T> type, Set<Object> keys) {
    if (keys.isEmpty()) {
      return;
    }
    Collection<Object> there = new ArrayList<>(store.findAll(type, keys));
    Set<Object> gone = new HashSet<>(keys);
    there.forEach(document -> gone.remove(ids.of(document)));
    listeners.forEach(listener -> listener.stored(there));
    listeners.forEach(listener -> listener.removed(type, gone));
  }

  private Set<Object> uncertain(Class<?> type) {
    return uncertain.computeIfAbsent(type, t -> new HashSet<>());
  }
}
