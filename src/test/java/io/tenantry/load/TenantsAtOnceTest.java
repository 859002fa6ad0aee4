package io.tenantry.load;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenantsAtOnceTest {

  private static final int WRITERS = 64;

  @TempDir Path folder;

  private final Map<String, Long> winners = new ConcurrentHashMap<>();
  private final Map<Long, String> ids = new ConcurrentHashMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRES", "AXON_SERVER"})
  void given64Writers_whenTheyWantTheSameSlugs_thenEachIsTakenOnce(Engines engines)
      throws Exception {
    engines.use(folder);
    race(5);
  }

  @Tag("long")
  @Test
  void given64Writers_whenTheyWantTheSameSlugsForLong_thenEachIsTakenOnce() throws Exception {
    Engines.chosen().use(folder);
    race(60);
  }

  private void race(int rounds) throws Exception {
    long start = System.nanoTime();
    try (var app = App.start(folder);
        var api = new Api(app.port)) {
      var barrier = new CyclicBarrier(WRITERS);
      Crowd.run(
          WRITERS,
          number -> {
            long last = 10_000;
            for (int round = 0; round < rounds; round++) {
              barrier.await();
              long won = register(api, "all-" + round);
              long own = register(api, "w" + number + "-" + round);
              for (long id : new long[] {won, own}) {
                if (id > 0) {
                  assertThat(id).as("ids increase").isGreaterThan(last);
                  last = id;
                }
              }
            }
          });
      assertThat(wrong).isEmpty();
    }
    assertThat(winners).hasSize(rounds * (WRITERS + 1));
    assertThat(ids).hasSize(winners.size()).doesNotContainKey(10_000L);
    agreesWithTheEvents();
    long highest = ids.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
    System.out.printf(
        "[load] tenants at once: %d writers, %d registered, %d refused, %d ids left out, %d ms%n",
        WRITERS,
        ids.size(),
        rounds * (WRITERS - 1),
        highest - 10_000 - ids.size(),
        (System.nanoTime() - start) / 1_000_000);
  }

  /** The new id; 0 when the slug was taken. */
  private long register(Api api, String slug) {
    var answer = api.register(slug, slug);
    if (answer.status() == 201) {
      long id = answer.data().path("id").asLong();
      Object other = winners.put(slug, id);
      Object same = ids.put(id, slug);
      if (other != null || same != null) {
        wrong.add("twice: " + slug + " " + id);
      }
      return id;
    }
    if (answer.status() != 409 || answer.tree().path("code").asInt() != 2001) {
      wrong.add(answer.status() + " " + answer.body());
    }
    return 0;
  }

  private void agreesWithTheEvents() throws Exception {
    Fold fold = Fold.of(folder);
    List<String> expected = new ArrayList<>(List.of("tenant:10000"));
    ids.keySet().forEach(id -> expected.add("tenant:" + id));
    assertThat(fold.streams("tenant:")).containsExactlyInAnyOrderElementsOf(expected);
    var slugs =
        StoredEvents.of(folder).stream()
            .filter(row -> row.type().equals("tenant.slug-taken"))
            .map(row -> Map.entry(row.text("slug"), row.payload().path("tenantId").asLong()))
            .collect(toSet());
    winners.put("default", 10_000L);
    assertThat(slugs).isEqualTo(winners.entrySet());
    // tenant, slug and first key; where the default tenant comes by itself, it has no key
    int keyless = Engines.of(folder).givesDefaultTenant() ? 1 : 0;
    // where the store's id is an event
    int mark = fold.streams("store").size();
    assertThat(fold.head()).isEqualTo(3L * winners.size() - keyless + mark);
    assertThat(Tables.read(folder)).isEqualTo(fold.tables());
  }
}
