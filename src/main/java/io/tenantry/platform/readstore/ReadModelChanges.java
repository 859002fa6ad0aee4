package io.tenantry.platform.readstore;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What a batch has changed, by type and id. No id is in both.
 *
 * @param stored the documents to be stored, over what was there
 * @param removed the ids of those to be removed
 */
public record ReadModelChanges(
    Map<Class<?>, ? extends Collection<Object>> stored, Map<Class<?>, Set<Object>> removed) {

  public static final ReadModelChanges NONE = new ReadModelChanges(Map.of(), Map.of());

  public boolean isEmpty() {
    return stored.isEmpty() && removed.isEmpty();
  }
}
