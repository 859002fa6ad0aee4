package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The list of models, walked by its cursor. */
class ModelListsTest extends HttpTest {

  private final String tenant = tenant();
  private final String[] header = {"X-Tenant-ID", tenant};

  ModelListsTest(Engines engine) {
    super(engine);
  }

  private String create() {
    return created(tenant, "{\"name\":\"m\"}").get("id").stringValue();
  }

  private List<String> create(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(create());
    }
    return ids;
  }

  private Answer page(int limit, String cursor) {
    return get(MODELS + "?limit=" + limit + "&cursor=" + cursor, header).is(200);
  }

  private List<String> walk(int limit) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    boolean more = true;
    while (more) {
      Answer page = page(limit, cursor);
      seen.addAll(page.texts("/data", "id"));
      JsonNode meta = page.json().get("meta");
      more = meta.get("has_more").booleanValue();
      cursor = meta.get("next_cursor").stringValue();
      assertThat(cursor.isEmpty()).isEqualTo(!more);
    }
    return seen;
  }

  @Test
  void givenLargeModels_whenAPageIsAskedFor_thenItHasAsManyAsSmallOnesWouldBe() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String json = "{\"name\":\"m\",\"configuration\":{\"a\":\"%s\"}}";
      ids.add(created(tenant, json.formatted("x".repeat(400_000))).get("id").stringValue());
    }
    assertThat(page(4, "").texts("/data", "id")).isEqualTo(ids.subList(0, 4));
    for (int limit : new int[] {2, 4, 5, 100}) {
      assertThat(walk(limit)).isEqualTo(ids);
    }
  }

  @Test
  void givenModels_whenWalked_thenOldestFirstEachOnce() {
    List<String> ids = create(21);
    for (int limit : new int[] {1, 7, 20, 21, 100}) {
      assertThat(walk(limit)).isEqualTo(ids);
    }
    Answer first = get(MODELS, header).is(200);
    assertThat(first.json().get("data").size()).as("the default limit").isEqualTo(20);
    assertThat(first.json().at("/data/0"))
        .isEqualTo(get(MODELS + "/" + ids.getFirst(), header).data());
  }

  @Test
  void givenNoModels_whenListed_thenAnEmptyPage() {
    assertThat(get(MODELS, header).is(200).json())
        .isEqualTo(
            Answer.json(
                "{\"success\":true,\"data\":[],\"meta\":{\"next_cursor\":\"\",\"has_more\":false}}"));
  }

  @Test
  void givenOthersInsertAndDelete_whenWalked_thenEachThatWasThereThroughoutOnce() {
    List<String> stay = new ArrayList<>();
    ConcurrentLinkedQueue<String> go = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 30; i++) {
      stay.add(create());
      go.add(create());
    }
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> others =
        CompletableFuture.supplyAsync(
            () -> {
              int writes = 0;
              for (; !done.get(); writes++) {
                go.add(create());
                delete(MODELS + "/" + go.poll(), header).is(200);
              }
              return writes;
            });
    int before = 0;
    try {
      for (int walk = 0; walk < 4; walk++) {
        List<String> seen = walk(3);
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(stay);
        before += seen.size();
      }
    } finally {
      done.set(true);
    }
    assertThat(others.join()).isPositive();
    assertThat(before).isGreaterThanOrEqualTo(4 * stay.size());
  }

  @Test
  void givenItemOfTheCursor_whenDeleted_thenTheWalkGoesOn() {
    List<String> ids = create(4);
    Answer first = page(2, "");
    delete(MODELS + "/" + ids.get(1), header).is(200);
    String cursor = first.json().at("/meta/next_cursor").stringValue();
    assertThat(page(2, cursor).texts("/data", "id")).isEqualTo(ids.subList(2, 4));
  }

  @Test
  void givenLimitThatChanges_whenWalked_thenEachOnce() {
    List<String> ids = create(6);
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int limit : new int[] {2, 1, 3}) {
      Answer page = page(limit, cursor);
      seen.addAll(page.texts("/data", "id"));
      cursor = page.json().at("/meta/next_cursor").stringValue();
    }
    assertThat(seen).isEqualTo(ids);
    assertThat(cursor).as("the last page ends where the list does").isEmpty();
  }

  @Test
  void givenAllBehindTheCursor_whenDeleted_thenAnEmptyPageEndsTheWalk() {
    List<String> ids = create(4);
    String cursor = page(2, "").json().at("/meta/next_cursor").stringValue();
    ids.forEach(id -> delete(MODELS + "/" + id, header).is(200));
    JsonNode rest = page(2, cursor).json();
    assertThat(rest.get("data").size()).isZero();
    assertThat(rest.at("/meta/has_more").booleanValue()).isFalse();
  }

  @Test
  void givenDamagedOrForeignCursor_whenSent_thenUnreadable() {
    create(2);
    String cursor = page(1, "").json().at("/meta/next_cursor").stringValue();
    char last = cursor.charAt(cursor.length() - 1);
    List<String> damaged =
        List.of(
            "abc123",
            "AAAA",
            cursor + "A",
            cursor + "=",
            cursor.substring(1),
            cursor.substring(0, cursor.length() - 1),
            cursor.substring(0, cursor.length() - 1) + (last == 'A' ? 'B' : 'A'),
            (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1));
    for (String wrong : damaged) {
      get(MODELS + "?cursor=" + wrong, header).problem(400, 1000);
    }
    get(MODELS + "?cursor=" + cursor, "X-Tenant-ID", tenant()).problem(400, 1000);
    get(applications(tenant) + "?cursor=" + cursor).problem(400, 1000);
    get(MODELS + "?cursor=" + cursor, header).is(200);
  }

  private record Creation(long sent, long answered, String id, Instant createdAt) {

    static Creation by(Supplier<Answer> call) {
      long sent = System.nanoTime();
      JsonNode made = call.get().is(201).data();
      return new Creation(
          sent,
          System.nanoTime(),
          made.get("id").asString(),
          Instant.parse(made.get("created_at").stringValue()));
    }
  }

  @Test
  void givenCreationsAtOnce_whenOneBeganAfterAnother_thenItStandsBehindItAndIsNotOlder() {
    String keys = TENANTS + "/" + tenant + "/api-keys";
    List<Supplier<Answer>> kinds =
        List.of(
            () -> post(MODELS, "{\"name\":\"m\"}", header),
            () -> post(keys, "{\"name\":\"k\"}"),
            () -> post(TENANTS, "{\"name\":\"t\"}"));
    for (Supplier<Answer> kind : kinds) {
      List<CompletableFuture<List<Creation>>> senders = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        senders.add(
            CompletableFuture.supplyAsync(
                () -> Stream.generate(() -> Creation.by(kind)).limit(8).toList()));
      }
      List<Creation> made = senders.stream().flatMap(sender -> sender.join().stream()).toList();
      for (Creation earlier : made) {
        for (Creation later : made) {
          if (earlier.answered() < later.sent()) {
            // of one length: the order of texts is that of numbers
            assertThat(later.id()).isGreaterThan(earlier.id());
            assertThat(later.createdAt()).isAfterOrEqualTo(earlier.createdAt());
          }
        }
      }
    }
  }
}
