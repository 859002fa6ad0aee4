package io.tenantry.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.tenantry.kernel.Memory.Part;
import io.tenantry.kernel.RequestMemory;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Documents of one type, kept in memory by id. What the projection has written replaces what is
 * here before anyone who waits for it is woken, so a read after a write never finds the old one.
 * For one node only: another node's writes would not be heard of.
 *
 * <p>A load and a replacement of the same id exclude each other. So a load that has read the old
 * document ends first, and then is replaced. What is not there is not remembered.
 *
 * @param <D> the type of the documents
 */
public final class DocumentCache<D> implements ReadModelListener, MeterBinder {

  /** No cache takes more of the heap than one byte in so many. */
  private static final int ONE_IN = 16;

  /** Its row, itself, what is answered. */
  private static final int COPIES = 2;

  private final String name;
  private final Class<D> type;
  private final Function<D, ?> id;
  private final Cache<Object, D> documents;

  /**
   * @param name under which its metrics appear, such as {@code tenant}
   * @param maximumBytes what its documents take, at most; less in a small heap
   */
  public DocumentCache(String name, Class<D> type, Function<D, ?> id, long maximumBytes) {
    this.name = name;
    this.type = type;
    this.id = id;
    documents =
        Caffeine.newBuilder()
            .maximumWeight(Math.min(maximumBytes, Runtime.getRuntime().maxMemory() / ONE_IN))
            .<Object, D>weigher((key, document) -> Weighed.bytes(document))
            .recordStats()
            .build();
  }

  /**
   * The document of that id, from memory or by the loader; null where there is none.
   *
   * @param loader reads the store, perhaps twice; it must not wait for a read model, which could
   *     not go on
   */
  public @Nullable D get(Object key, Function<Object, ? extends @Nullable D> loader) {
    D found = find(key, loader);
    if (found == null || RequestMemory.tryTake(Part.CONTENT, room(found))) {
      return found;
    }
    // many who wait must not each hold a document
    long room = room(found);
    found = null;
    RequestMemory.take(Part.CONTENT, room);
    return find(key, loader);
  }

  private @Nullable D find(Object key, Function<Object, ? extends @Nullable D> loader) {
    D known = documents.getIfPresent(key);
    return known != null ? known : documents.asMap().computeIfAbsent(key, loader);
  }

  private long room(D document) {
    return (long) COPIES * Weighed.bytes(document);
  }

  @Override
  public void stored(Collection<Object> stored) {
    for (Object document : stored) {
      if (type.isInstance(document)) {
        D current = type.cast(document);
        documents.asMap().compute(id.apply(current), (key, old) -> current);
      }
    }
  }

  /** By compute, which waits for a load; Caffeine leaves open whether an invalidation does. */
  @Override
  public void removed(Class<?> removedType, Collection<Object> ids) {
    if (removedType.equals(type)) {
      ids.forEach(key -> documents.asMap().compute(key, (same, old) -> null));
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    new CaffeineCacheMetrics<>(documents, name, List.of()).bindTo(registry);
  }
}
