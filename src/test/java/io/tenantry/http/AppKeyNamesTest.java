package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Names of applications and keys: what they may hold, and how a path spells it. */
class AppKeyNamesTest extends HttpTest {

  private final String tenant = tenant();
  private final String applications = applications(tenant);

  AppKeyNamesTest(Engines engine) {
    super(engine);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20");
  }

  private static String body(String key, String data) {
    return JsonNodeFactory.instance.objectNode().put("key", key).put("data", data).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space",
        "100%",
        "%25",
        "%2F",
        "a;b=c",
        ";",
        "a+b",
        "a?b#c",
        "a&b",
        "\u00fc\u4e2d\ud83d\ude00",
        "e\u0301",
        "...",
        ".a",
        "a.json",
        "~!@$*()'\"<>{}|^`[],:",
        " ",
        "\u200b",
        "COFFEE",
      })
  void givenName_whenPercentEncoded_thenThatVeryName(String name) {
    String application = applications + "/" + encoded(name);
    JsonNode expected =
        JsonNodeFactory.instance
            .objectNode()
            .put("applicationId", name)
            .put("key", name)
            .put("data", name);
    assertThat(post(application, body(name, name)).is(200).json()).isEqualTo(expected);
    for (String path :
        List.of(application + "/" + encoded(name), application + "/" + encoded(name) + "/")) {
      assertThat(get(path).is(200).json()).isEqualTo(expected);
    }
    assertThat(get(applications).texts("/applications", "applicationId")).containsExactly(name);
    assertThat(get(application).texts("/applicationKeys", "key")).containsExactly(name);
    put(application + "/" + encoded(name), "{\"data\":\"x\"}").is(200);
    delete(application + "/" + encoded(name)).is(200);
    get(application + "/" + encoded(name)).problem(404, 1003);
    assertThat(get(applications).texts("/applications", "applicationId")).isEmpty();
  }

  @Test
  void givenNames_whenTheyDifferInCaseOrForm_thenTheyAreDifferent() {
    List<String> names = List.of("coffee", "Coffee", "\u00e9", "e\u0301");
    for (String name : names) {
      post(applications + "/app", body(name, name)).is(200);
    }
    for (String name : names) {
      assertThat(get(applications + "/app/" + encoded(name)).json().get("data").stringValue())
          .isEqualTo(name);
    }
    assertThat(get(applications + "/app").texts("/applicationKeys", "key"))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", "a\tb", "a\nb", "\u007f", "\u0085"})
  void givenForbiddenKey_whenCreated_thenInvalid(String name) {
    post(applications + "/app", body(name, "x")).invalid("key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%2Fb", "a%5Cb", "a%09b", "%7F", "%2E", "%2E%2E", "%C2%85"})
  void givenForbiddenNameInThePath_whenWritten_thenRefusedAndNothingStored(String name) {
    for (Answer answer :
        List.of(
            post(applications + "/" + name, body("k", "x")),
            put(applications + "/app/" + name, "{\"data\":\"x\",\"auto_create\":true}"))) {
      assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
      answer.problem(answer.status(), answer.json().get("code").intValue());
    }
    assertThat(get(applications).json().get("applications").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%zz", "%C3", "a%00b", "%ED%A0%80"})
  void givenMalformedEscape_whenAsked_thenUnreadable(String name) {
    service.printed("GET " + applications + "/app/" + name, List.of(), "").is(400);
  }

  @Test
  void givenDotsInThePath_whenSentAsTheyAre_thenNothingIsReachedThroughThem() {
    appKey(tenant, "app", "k", "x");
    for (String path : List.of("/app/../app/k", "/./app/k", "/app/..", "//app/k")) {
      assertThat(service.printed("GET " + applications + path, List.of(), "").status())
          .as(path)
          .isIn(400, 404);
    }
  }

  @Test
  void givenLength_whenOf255Characters_thenTakenButNotOneMore() {
    for (String c : List.of("x", "\u4e2d", "\ud83d\ude00")) {
      String longest = c.repeat(255);
      post(applications + "/" + encoded(longest), body(longest, "x")).is(200);
      get(applications + "/" + encoded(longest) + "/" + encoded(longest)).is(200);
      post(applications + "/app", body(longest + c, "x")).invalid("key");
      post(applications + "/" + encoded(longest + c), body("k", "x")).invalid("applicationId");
    }
  }

  @Test
  void givenData_whenOfOneMebibyte_thenTakenButNotOneMore() {
    String most = "x".repeat(1 << 20);
    post(applications + "/app", body("k", most)).is(200);
    assertThat(get(applications + "/app/k").is(200).json().get("data").stringValue())
        .isEqualTo(most);
    put(applications + "/app/k", "{\"data\":\"" + most + "x\"}").invalid("data");
    put(applications + "/app/k", "{\"data\":\"\u00e9" + most.substring(1) + "\"}").invalid("data");
  }
}
