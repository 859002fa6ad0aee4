package io.tenantry.access.read;

import io.tenantry.access.ApiKeyView;
import io.tenantry.access.events.ApiKeyCreated;
import io.tenantry.platform.readstore.ReadModelChanges;
import io.tenantry.platform.readstore.ReadStoreContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** API keys as a projection would have stored them. */
final class Stored {

  static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private Stored() {}

  static ApiKeyCreated created(long id, long tenantId, boolean first) {
    return new ApiKeyCreated(
        id,
        tenantId,
        "Schlüssel",
        "viewer",
        "00ff",
        "a1Bc",
        "xY9z",
        id % 2 == 0 ? 1_900_000_000L : null,
        id % 2 == 0 ? List.of("kb-ü", "\"") : List.of(),
        id % 2 == 0 ? List.of() : List.of("search"),
        first);
  }

  static ApiKeyView key(long id, long tenantId, boolean first) {
    return ApiKeyView.of(created(id, tenantId, first), AT);
  }

  static void put(ReadStoreContext read, ApiKeyView... keys) {
    List<Object> documents = Stream.of(keys).<Object>map(ApiKeyDocument::of).toList();
    write(read, new ReadModelChanges(Map.of(ApiKeyDocument.class, documents), Map.of()));
  }

  static void remove(ReadStoreContext read, long id) {
    write(read, new ReadModelChanges(Map.of(), Map.of(ApiKeyDocument.class, Set.of(id))));
  }

  private static void write(ReadStoreContext read, ReadModelChanges changes) {
    read.store().write("read.access", 1, changes);
  }
}
