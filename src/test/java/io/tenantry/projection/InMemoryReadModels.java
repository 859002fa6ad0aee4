package io.tenantry.projection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A store of read models that can be cut short in the midst of a batch, as MongoDB can. */
public final class InMemoryReadModels {

  private record Key(Class<?> type, Object id) {}

  private final Map<Key, Object> stored = new HashMap<>();

  /** A batch that is written whole. */
  public void apply(Projection projection, Iterable<StoredEvent> events) {
    changes(projection, events).forEach(this::write);
  }

  /** A batch of which each document is written or not, as the chance of a crash will have it. */
  public void applyPartly(Projection projection, Iterable<StoredEvent> events, Random random) {
    changes(projection, events)
        .forEach(
            (key, document) -> {
              if (random.nextBoolean()) {
                write(key, document);
              }
            });
  }

  public <T> Stream<T> all(Class<T> type) {
    return stored.values().stream().filter(type::isInstance).map(type::cast);
  }

  public Map<Object, Object> contents() {
    return Map.copyOf(stored);
  }

  private void write(Key key, Optional<Object> document) {
    document.ifPresentOrElse(d -> stored.put(key, d), () -> stored.remove(key));
  }

  private Map<Key, Optional<Object>> changes(Projection projection, Iterable<StoredEvent> events) {
    var batch = new Batch();
    events.forEach(event -> projection.project(event, batch));
    return batch.changes;
  }

  private final class Batch implements ReadModelBatch {

    private final Map<Key, Optional<Object>> changes = new LinkedHashMap<>();

    @Override
    public <T> @Nullable T find(Class<T> type, Object id) {
      var key = new Key(type, id);
      var changed = changes.get(key);
      return type.cast(changed == null ? stored.get(key) : changed.orElse(null));
    }

    @Override
    public void put(Object document) {
      changes.put(new Key(document.getClass(), idOf(document)), Optional.of(document));
    }

    @Override
    public void remove(Class<?> type, Object id) {
      changes.put(new Key(type, id), Optional.empty());
    }

    private static Object idOf(Object document) {
      for (var component : document.getClass().getRecordComponents()) {
        try {
          var field = document.getClass().getDeclaredField(component.getName());
          if (field.isAnnotationPresent(Id.class)) {
            field.setAccessible(true);
            return field.get(document);
          }
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
      throw new IllegalArgumentException("no @Id in " + document.getClass());
    }
  }
}
