package io.tenantry.platform.processors;

import io.tenantry.platform.readstore.DocumentIds;
import io.tenantry.platform.readstore.ReadModelChanges;
import io.tenantry.platform.readstore.ReadModelStore;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.Weighed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a batch has read and changed so far, in memory; for one thread. */
final class BatchInProgress implements ReadModelBatch {

  private final ReadModelStore store;
  private final DocumentIds ids;

  /** What the store had, by type and id; empty where there was nothing. */
  private final Map<Class<?>, Map<Object, Optional<Object>>> read = new HashMap<>();

  /** What this batch has made of it. */
  private final Map<Class<?>, Map<Object, Optional<Object>>> changed = new LinkedHashMap<>();

  private final List<Runnable> whenWritten = new ArrayList<>();
  private int changes;
  private long bytes;

  BatchInProgress(ReadModelStore store, DocumentIds ids) {
    this.store = store;
    this.ids = ids;
  }

  @Override
  public <T> @Nullable T find(Class<T> type, Object id) {
    Optional<Object> current = changed.getOrDefault(type, Map.of()).get(id);
    if (current == null) {
      current =
          read.computeIfAbsent(type, t -> new HashMap<>())
              .computeIfAbsent(id, key -> readFromStore(type, key));
    }
    return type.cast(current.orElse(null));
  }

  private Optional<Object> readFromStore(Class<?> type, Object id) {
    Optional<Object> found = Optional.ofNullable(store.find(type, id));
    found.ifPresent(document -> bytes += Weighed.bytes(document));
    return found;
  }

  @Override
  public void put(Object document) {
    bytes += Weighed.bytes(document);
    change(document.getClass(), ids.of(document), Optional.of(document));
  }

  @Override
  public void remove(Class<?> type, Object id) {
    change(type, id, Optional.empty());
  }

  private void change(Class<?> type, Object id, Optional<Object> to) {
    changes++;
    changed.computeIfAbsent(type, t -> new LinkedHashMap<>()).put(id, to);
  }

  /** How often something was put or removed so far. */
  int changeCount() {
    return changes;
  }

  /** About how much of the heap its documents take: those it has read, and each that was put. */
  long bytes() {
    return bytes;
  }

  void whenWritten(Runnable task) {
    whenWritten.add(task);
  }

  void tellWritten() {
    whenWritten.forEach(Runnable::run);
  }

  /** The ids of all that was put or removed, by type. */
  Map<Class<?>, Set<Object>> touched() {
    Map<Class<?>, Set<Object>> touched = new HashMap<>();
    changed.forEach((type, documents) -> touched.put(type, documents.keySet()));
    return touched;
  }

  ReadModelChanges changes() {
    Map<Class<?>, Collection<Object>> stored = new LinkedHashMap<>();
    Map<Class<?>, Set<Object>> removed = new LinkedHashMap<>();
    changed.forEach(
        (type, documents) ->
            documents.forEach(
                (id, document) ->
                    document.ifPresentOrElse(
                        there -> stored.computeIfAbsent(type, t -> new ArrayList<>()).add(there),
                        () -> removed.computeIfAbsent(type, t -> new HashSet<>()).add(id))));
    return new ReadModelChanges(stored, removed);
  }
}
