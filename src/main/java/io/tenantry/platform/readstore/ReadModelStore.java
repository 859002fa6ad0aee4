package io.tenantry.platform.readstore;

import io.tenantry.projection.KeptDocuments;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where read models live, together with how far each of their processors is. There is one for a
 * process; it is safe for use by many threads.
 */
public interface ReadModelStore extends KeptDocuments {

  <T> @Nullable T find(Class<T> type, Object id);

  /** Those documents that are there, in no particular order. */
  <T> List<T> findAll(Class<T> type, Collection<?> ids);

  /** The position that the processor has written last; empty when it never wrote one. */
  OptionalLong position(String processor);

  /**
   * Stores what a batch has changed and the position that it has reached. In a SQL store both are
   * one transaction; in MongoDB the documents come first, so after a crash between the two the
   * batch comes again. What it throws leaves the position as it was.
   */
  void write(String processor, long position, ReadModelChanges changes);

  /** The version of the projection that made this read model, 1 where none is noted. */
  int version(String processor);

  /**
   * Removes a read model and the position of its processor, and notes the version that will make it
   * anew. In MongoDB the note comes last, so that what was cut off is done again.
   */
  void restart(String processor, int version, Collection<Class<?>> documents);

  /** The id of the event store that these read models were made from; empty for a new store. */
  Optional<String> eventStoreId();

  /** Binds a new store to its event store. */
  void bindTo(String eventStoreId);

  /** The highest position that any processor has written, 0 without one. */
  long highestPosition();

  /** What a user does to have all read models built anew: {@code remove /data/read.db}. */
  String howToReset();
}
