package io.tenantry.tenant.read;

import io.tenantry.platform.readstore.ReadModelChanges;
import io.tenantry.platform.readstore.ReadModelStore;
import io.tenantry.projection.EventLog;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.StoredEvent;
import io.tenantry.tenant.events.TenantEvent;
import io.tenantry.tenant.events.TenantRegistered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tenants whose events are projected into a real read store, in batches as a test says. */
final class StoredTenants {

  static final long FIRST = 10_000;

  private final TenantProjector projector = new TenantProjector();
  private final EventLog log = new EventLog();
  private final ReadModelStore store;
  private long next = FIRST;

  StoredTenants(ReadModelStore store) {
    this.store = store;
  }

  /** Registers one and projects it. */
  long create(String name, @Nullable String slug, String description) {
    happen(new TenantRegistered(next, slug, name, description, "", List.of(), 1));
    return next++;
  }

  /** Registers many in one batch. */
  void create(List<String> names) {
    happen(
        names.stream()
            .map(name -> new TenantRegistered(next++, null, name, "", "", List.of(), 1))
            .toArray(TenantEvent[]::new));
  }

  /** In one batch. */
  void happen(TenantEvent... events) {
    List<StoredEvent> stored = new ArrayList<>();
    for (TenantEvent event : events) {
      stored.add(log.add("tenant:" + event.tenantId(), event, Map.of()));
    }
    project(stored);
  }

  /** Projects the last events once more, as after a crash. */
  void again(int events) {
    project(log.all().subList(log.all().size() - events, log.all().size()));
  }

  private void project(List<StoredEvent> events) {
    var batch = new Batch();
    events.forEach(event -> projector.project(event, batch));
    store.write(projector.name(), events.getLast().position(), batch.changes());
  }

  private final class Batch implements ReadModelBatch {

    private final Map<Class<?>, Map<Object, Optional<Object>>> changed = new LinkedHashMap<>();

    @Override
    public <T> @Nullable T find(Class<T> type, Object id) {
      var known = changed.getOrDefault(type, Map.of()).get(id);
      return known == null ? store.find(type, id) : type.cast(known.orElse(null));
    }

    @Override
    public void put(Object document) {
      Object id =
          switch (document) {
            case TenantDocument tenant -> tenant.id();
            case TenantBlockDocument block -> block.id();
            case TenantCounterDocument counter -> counter.id();
            default -> throw new IllegalArgumentException(document.toString());
          };
      change(document.getClass(), id, Optional.of(document));
    }

    @Override
    public void remove(Class<?> type, Object id) {
      change(type, id, Optional.empty());
    }

    private void change(Class<?> type, Object id, Optional<Object> to) {
      changed.computeIfAbsent(type, key -> new LinkedHashMap<>()).put(id, to);
    }

    ReadModelChanges changes() {
      Map<Class<?>, Collection<Object>> stored = new LinkedHashMap<>();
      Map<Class<?>, Set<Object>> removed = new HashMap<>();
      changed.forEach(
          (type, documents) ->
              documents.forEach(
                  (id, document) ->
                      document.ifPresentOrElse(
                          d -> stored.computeIfAbsent(type, key -> new ArrayList<>()).add(d),
                          () -> removed.computeIfAbsent(type, key -> new TreeSet<>()).add(id))));
      return new ReadModelChanges(stored, removed);
    }
  }
}
