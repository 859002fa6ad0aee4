package io.tenantry.access.read;

import io.tenantry.projection.KeptDocuments;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * When keys were used last, to the minute: noted in memory, and stored from time to time. What was
 * noted since the last time is lost by a crash.
 */
@Component
class ApiKeyUses {

  /** More keys than that are not noted between two times that something is stored. */
  static final int MOST = 100_000;

  private static final long MINUTE = 60_000;
  // what a projection's write may have to wait for
  private static final int WRITTEN_AT_ONCE = 500;

  /**
   * @param minute since 1970
   */
  private record Use(long minute, boolean stored) {}

  private final Map<Long, Use> noted = new ConcurrentHashMap<>();
  private final KeptDocuments kept;
  private final ApiKeyUseRepository uses;
  private final ApiKeyDocumentRepository keys;
  private final Clock clock;

  ApiKeyUses(
      KeptDocuments kept, ApiKeyUseRepository uses, ApiKeyDocumentRepository keys, Clock clock) {
    this.kept = kept;
    this.uses = uses;
    this.keys = keys;
    this.clock = clock;
  }

  /** Costs nothing but a look when the minute is noted already. */
  void note(long keyId) {
    long minute = clock.millis() / MINUTE;
    Use known = noted.get(keyId);
    boolean room = known != null || noted.size() < MOST;
    if (room && (known == null || known.minute() < minute)) {
      noted.merge(
          keyId,
          new Use(minute, false),
          (one, other) -> one.minute() < other.minute() ? other : one);
    }
  }

  int inMemory() {
    return noted.size();
  }

  /** A key that was never used is not in it. */
  Map<Long, Instant> last(Collection<Long> keyIds) {
    var last = new HashMap<Long, Instant>();
    // memory first: what has left it meanwhile is in the store
    for (long id : keyIds) {
      var use = noted.get(id);
      if (use != null) {
        last.put(id, Instant.ofEpochMilli(use.minute() * MINUTE));
      }
    }
    for (var use : keyIds.isEmpty() ? List.<ApiKeyUseDocument>of() : uses.findByIdIn(keyIds)) {
      last.merge(
          use.id(),
          Instant.ofEpochMilli(use.lastUsedAt()),
          (one, other) -> one.isBefore(other) ? other : one);
    }
    return last;
  }

  /**
   * Stores what was noted, and forgets what is stored and can not be noted again. For one thread at
   * a time.
   *
   * @throws RuntimeException when the store cannot be used; what is not stored stays noted
   */
  void store() {
    long minute = clock.millis() / MINUTE;
    noted.values().removeIf(use -> use.stored() && use.minute() < minute);
    var waiting = new ArrayList<Map.Entry<Long, Use>>();
    noted.forEach(
        (id, use) -> {
          if (!use.stored()) {
            waiting.add(Map.entry(id, use));
          }
        });
    for (int from = 0; from < waiting.size(); from += WRITTEN_AT_ONCE) {
      store(waiting.subList(from, Math.min(waiting.size(), from + WRITTEN_AT_ONCE)));
    }
  }

  private void store(List<Map.Entry<Long, Use>> some) {
    kept.put(
        ApiKeyUseDocument.class,
        some.stream()
            .map(use -> new ApiKeyUseDocument(use.getKey(), use.getValue().minute() * MINUTE))
            .toList());
    removeRevoked(some.stream().map(Map.Entry::getKey).toList());
    some.forEach(
        use -> noted.replace(use.getKey(), use.getValue(), new Use(use.getValue().minute(), true)));
  }

  /**
   * Asked after writing: a key that goes later takes its use along, since its projection removes
   * the key first.
   */
  private void removeRevoked(List<Long> ids) {
    if (keys.countByIdIn(ids) < ids.size()) {
      var revoked = new HashSet<>(ids);
      keys.findByIdIn(ids).forEach(key -> revoked.remove(key.id()));
      kept.remove(ApiKeyUseDocument.class, revoked);
    }
  }
}
