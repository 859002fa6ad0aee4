package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists of app keys, whole and in pages, and what clients may keep. */
class AppKeyListsTest extends HttpTest {

  private final String tenant = tenant();
  private final String applications = applications(tenant);

  AppKeyListsTest(Engines engine) {
    super(engine);
  }

  /** Follows the links from page to page. */
  private List<String> walk(String path, String list, String member) {
    List<String> seen = new ArrayList<>();
    for (@Nullable String next = path; next != null; ) {
      Answer answer = get(next).is(200);
      assertThat(answer.json().propertyNames()).containsExactly(list.substring(1));
      seen.addAll(answer.texts(list, member));
      String link = answer.headerOrNull("Link");
      next = link == null ? null : target(link);
    }
    return seen;
  }

  private static String target(String link) {
    assertThat(link).matches("</[^>?]+\\?[^>]+>; rel=\"next\"");
    return link.substring(1, link.indexOf('>'));
  }

  private static String query(String link) {
    return target(link).replaceFirst("^[^?]+", "");
  }

  @Test
  void givenKeys_whenPaged_thenEachOnceInTheOrderOfTheWholeList() {
    for (int i = 0; i < 7; i++) {
      appKey(tenant, "app", "k" + i, "x");
      appKey(tenant, "app" + i, "k", "x");
    }
    List<String> keys = get(applications + "/app").texts("/applicationKeys", "key");
    assertThat(keys).hasSize(7);
    List<String> apps = get(applications).texts("/applications", "applicationId");
    assertThat(apps).hasSize(8);
    for (int limit : new int[] {1, 3, 7, 8, 1000}) {
      assertThat(walk(applications + "/app?limit=" + limit, "/applicationKeys", "key"))
          .isEqualTo(keys);
      assertThat(walk(applications + "?limit=" + limit, "/applications", "applicationId"))
          .isEqualTo(apps);
    }
  }

  @Test
  void givenPath_whenPaged_thenTheNextPageIsAtTheSameAsItWasSent() {
    appKey(tenant, "caf%C3%A9", "k", "x");
    appKey(tenant, "caf%C3%A9", "l", "x");
    for (String path : List.of("/caf%C3%A9", "/caf%c3%a9", "/%63af%C3%A9/")) {
      String next = target(get(applications + path + "?limit=1").is(200).header("Link"));
      assertThat(next).startsWith(applications + path.replaceFirst("/$", "") + "?limit=1&cursor=");
      assertThat(get(next).is(200).texts("/applicationKeys", "key")).containsExactly("l");
    }
  }

  @Test
  void givenCursor_whenOfAnotherListOrTenant_thenUnreadable() {
    for (String application : List.of("a", "b")) {
      appKey(tenant, application, "k", "x");
      appKey(tenant, application, "l", "x");
    }
    String query = query(get(applications + "/a?limit=1").header("Link"));
    get(applications + "/a" + query).is(200);
    get(applications + "/b" + query).problem(400, 1000);
    get(applications + query).problem(400, 1000);
    String other = tenant();
    appKey(other, "a", "k", "x");
    get(applications(other) + "/a" + query).problem(400, 1000);
    get(applications + "/a?limit=0").problem(400, 1000);
  }

  @Test
  void givenWritesBetweenPages_whenWalked_thenWhatWasThereThroughoutIsSeenOnce() {
    for (String key : List.of("b", "d", "f", "h")) {
      appKey(tenant, "app", key, "x");
      appKey(tenant, key, "k", "x");
    }
    String keys = query(get(applications + "/app?limit=2").header("Link"));
    String apps = query(get(applications + "?limit=3").header("Link"));
    for (String key : List.of("a", "e", "i")) {
      appKey(tenant, "app", key, "x");
      appKey(tenant, key, "k", "x");
    }
    // the ones at which the cursors stand
    delete(applications + "/app/d").is(200);
    delete(applications + "/d/k").is(200);
    String other = "limit=1000";
    assertThat(
            get(applications + "/app" + keys.replace("limit=2", other))
                .texts("/applicationKeys", "key"))
        .containsExactly("e", "f", "h", "i");
    assertThat(
            get(applications + apps.replace("limit=3", other))
                .texts("/applications", "applicationId"))
        .containsExactly("e", "f", "h", "i");
  }

  @Test
  void givenPageThatEndsWhereTheListDoes_whenRead_thenItLeadsNoFurther() {
    appKey(tenant, "app", "k", "x");
    appKey(tenant, "app", "l", "x");
    for (String path : List.of("/app?limit=2", "/app?limit=1000", "?limit=1", "")) {
      assertThat(get(applications + path).is(200).headerOrNull("Link")).as(path).isNull();
    }
    String rest = query(get(applications + "/app?limit=1").header("Link"));
    delete(applications + "/app/l").is(200);
    assertThat(get(applications + "/app" + rest).is(200).texts("/applicationKeys", "key"))
        .isEmpty();
  }

  @Test
  void givenApplication_whenItsLastKeyIsDeleted_thenItExistsNoMore() {
    String first = appKey(tenant, "app", "k", "x");
    String second = appKey(tenant, "app", "l", "x");
    delete(first).is(200);
    assertThat(get(applications + "/app").is(200).texts("/applicationKeys", "key"))
        .containsExactly("l");
    delete(second).is(200);
    get(applications + "/app").problem(404, 1003);
    assertThat(get(applications).json().get("applications").size()).isZero();
    appKey(tenant, "app", "k", "x");
    assertThat(get(applications).texts("/applications", "applicationId")).containsExactly("app");
  }

  @Test
  void givenKey_whenRead_thenClientsMayKeepItAndAskAgain() {
    String key = appKey(tenant, "app", "k", "x");
    for (Answer answer : List.of(get(key), get(key, "If-None-Match", "\"1\""))) {
      assertThat(answer.header("Cache-Control").split(", "))
          .containsExactlyInAnyOrder("private", "max-age=0", "must-revalidate");
      assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    }
    assertThat(get(key, "If-None-Match", "\"1\"").status()).isEqualTo(304);
    put(key, "{\"data\":\"y\"}").is(200);
    assertThat(get(key, "If-None-Match", "\"1\"").is(200).json().get("data").stringValue())
        .isEqualTo("y");
  }

  @Test
  void givenPutThatOnlyCreates_whenTheKeyIsThere_thenItStays() {
    String key = applications + "/app/k";
    String[] none = {"If-None-Match", "*"};
    put(key, "{\"data\":\"x\"}", none).problem(404, 1003);
    assertThat(put(key, "{\"data\":\"x\",\"auto_create\":true}", none).is(200).header("ETag"))
        .isEqualTo("\"1\"");
    put(key, "{\"data\":\"y\",\"auto_create\":true}", none).problem(412, 1011);
    delete(key, none).problem(412, 1011);
    assertThat(get(key).json().get("data").stringValue()).isEqualTo("x");
    delete(applications + "/app/l", none).is(200);
  }

  @Test
  void givenAutoCreate_whenOfAnotherType_thenInvalid() {
    String key = applications + "/app/k";
    put(key, "{\"data\":\"x\",\"auto_create\":\"true\"}").invalid("auto_create");
    put(key, "{\"data\":\"x\",\"auto_create\":1}").invalid("auto_create");
    put(key, "{\"data\":\"x\",\"auto_create\":null}").problem(404, 1003);
    assertThat(put(key, "{\"data\":\"x\",\"auto_create\":true}").is(200).header("ETag"))
        .isEqualTo("\"1\"");
    assertThat(put(key, "{\"data\":\"y\",\"auto_create\":true}").is(200).header("ETag"))
        .isEqualTo("\"2\"");
  }
}
