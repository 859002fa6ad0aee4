package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What every path answers beside the calls that are documented. */
class MethodsTest extends HttpTest {

  private final String tenant = tenant();
  private final String[] named = {"X-Tenant-ID", tenant};
  private final String model = model(tenant, "{\"name\":\"m\"}");
  private final String key = appKey(tenant, "app", "k", "x");

  MethodsTest(Engines engine) {
    super(engine);
  }

  /** Without what differs between any two answers. */
  private static Map<String, List<String>> lasting(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers());
    // of what is streamed nobody knows the length
    Set.of("Date", "X-Request-ID", "Transfer-Encoding", "Connection", "Keep-Alive")
        .forEach(headers::remove);
    return headers;
  }

  @Test
  void givenWhatCanBeRead_whenOnlyItsHeadIsAsked_thenTheSameWithoutABody() {
    for (String path :
        List.of(
            "/",
            "/openapi.json",
            "/problems/conflict",
            "/actuator/health/liveness",
            "/api/v1/me",
            TENANTS,
            TENANTS + "/all",
            TENANTS + "/search?keyword=" + tenant,
            TENANTS + "/" + tenant,
            TENANTS + "/" + tenant + "/api-keys",
            MODELS,
            model,
            applications(tenant),
            applications(tenant) + "/app",
            key)) {
      Answer whole = get(path, named);
      Answer head = service.ask("HEAD", path, new byte[0], named);
      assertThat(head.status()).as(path).isEqualTo(whole.status()).isEqualTo(200);
      assertThat(lasting(head)).as(path).isEqualTo(lasting(whole));
      assertThat(head.body()).as(path).isEmpty();
    }
  }

  @Test
  void givenOneResource_whenRead_thenItsLengthIsTold() {
    for (String path : List.of(TENANTS + "/" + tenant, model, key, "/")) {
      Answer whole = get(path, named);
      assertThat(whole.header("Content-Length"))
          .as(path)
          .isEqualTo(String.valueOf(whole.body().getBytes(UTF_8).length));
    }
  }

  @Test
  void givenKnownVersionOrNothing_whenOnlyItsHeadIsAsked_thenNoBodyEither() {
    for (String path : List.of(model, key)) {
      Answer known =
          service.ask("HEAD", path, new byte[0], "X-Tenant-ID", tenant, "If-None-Match", "\"1\"");
      assertThat(known.status()).isEqualTo(304);
      assertThat(known.header("ETag")).isEqualTo("\"1\"");
    }
    for (String path : List.of(applications(tenant) + "/app/none", "/nothing", TENANTS + "/no")) {
      Answer missing = service.ask("HEAD", path, new byte[0]);
      assertThat(missing.status()).as(path).isEqualTo(404);
      assertThat(missing.body()).as(path).isEmpty();
      assertThat(missing.header("Content-Type")).isEqualTo("application/problem+json");
    }
  }

  private static List<String> allowed(Answer answer) {
    return List.of(answer.header("Allow").split(", ?"));
  }

  @Test
  void givenPaths_whenAskedForTheirMethods_thenAllOfThem() {
    Map<String, List<String>> methods =
        Map.of(
            "/",
            List.of("GET", "HEAD", "OPTIONS"),
            TENANTS,
            List.of("GET", "HEAD", "POST", "OPTIONS"),
            TENANTS + "/" + tenant,
            List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS"),
            model,
            List.of("GET", "HEAD", "PATCH", "DELETE", "OPTIONS"),
            applications(tenant) + "/app",
            List.of("GET", "HEAD", "POST", "OPTIONS"),
            key,
            List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS"));
    methods.forEach(
        (path, expected) -> {
          Answer answer = service.ask("OPTIONS", path, new byte[0]);
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.body()).isEmpty();
          assertThat(allowed(answer)).as(path).containsExactlyInAnyOrderElementsOf(expected);
          assertThat(answer.headers().values()).noneMatch(values -> values.contains(""));
          Answer refused = service.printed("TRACE " + path, List.of("X-Secret: s3cret"), "");
          refused.problem(405, 1004);
          assertThat(allowed(refused)).as(path).containsExactlyInAnyOrderElementsOf(expected);
          assertThat(refused.body()).doesNotContain("s3cret");
        });
    service.ask("OPTIONS", "/nothing", new byte[0]).problem(404, 1003);
  }

  /** A path of each mapping; what its variables name is not there, so that nothing is deleted. */
  private Set<String> mappedPaths() {
    Set<String> paths = new TreeSet<>();
    for (var mapping : service.beans(RequestMappingInfoHandlerMapping.class)) {
      for (var info : mapping.getHandlerMethods().keySet()) {
        info.getPatternValues().stream()
            .map(pattern -> pattern.replace("{slug}", "conflict").replace("**", "liveness"))
            .map(pattern -> pattern.replaceAll("\\{[^}]+}", "none"))
            .forEach(paths::add);
      }
    }
    paths.removeAll(Set.of("/error", "/openapi.json.yaml", "/swagger-ui/oauth2-redirect.html"));
    return paths;
  }

  @Test
  void givenEveryPath_whenItsMethodsAreTold_thenEachOfThemLeadsSomewhereAndNoOther() {
    assertThat(mappedPaths()).hasSizeGreaterThan(20).contains(TENANTS + "/all", TENANTS + "/none");
    for (String path : mappedPaths()) {
      for (String spelled : path.equals("/") ? List.of(path) : List.of(path, path + "/")) {
        Answer refused = service.printed("BREW " + spelled, List.of(), "");
        refused.problem(405, 1004);
        List<String> allowed = allowed(refused);
        assertThat(allowed(service.printed("OPTIONS " + spelled, List.of(), "")))
            .as(spelled)
            .containsExactlyInAnyOrderElementsOf(allowed);
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
          Answer answer = service.printed(method + " " + spelled, List.of(), "");
          assertThat(leads(answer, path)).as(answer.toString()).isEqualTo(allowed.contains(method));
        }
      }
    }
  }

  /** Whether there was an endpoint, be it one that found nothing of the name that it was given. */
  private static boolean leads(Answer answer, String path) {
    boolean unnamed = answer.status() == 404 && !path.contains("/none");
    return answer.status() != 405 && !unnamed && !answer.body().contains("nothing at this path");
  }

  @Test
  void givenConnect_whenAsked_thenNothingIsAllowedSinceThisIsNoProxy() {
    for (String target : List.of("localhost:80", "/api/v1/me")) {
      String request =
          "CONNECT " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      Answer refused = service.raw(request);
      refused.problem(405, 1004);
      assertThat(refused.header("Allow")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "QUERY", "TRACE", "BREW", "PROPFIND", "get", "Post"})
  void givenMethodThatAPathDoesNotKnow_whenAsked_thenItSaysWhichItKnows(String method) {
    Answer refused = service.printed(method + " " + TENANTS, List.of(), "");
    refused.problem(405, 1004);
    assertThat(allowed(refused)).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
    service.printed(method + " /nothing", List.of(), "").problem(404, 1003);
  }

  @Test
  void givenNoCredential_whenMethodsAreAsked_thenOneIsNeeded() {
    Service guarded = Service.guardedOn(Engines.SQLITE);
    for (String method : List.of("OPTIONS", "HEAD", "TRACE", "BREW")) {
      assertThat(guarded.printed(method + " " + TENANTS, List.of(), "").status()).isEqualTo(401);
    }
    assertThat(guarded.printed("OPTIONS /", List.of(), "").status()).isEqualTo(200);
  }

  /** Nothing here has a time of change apart from its version, so those conditions hold nothing. */
  @Test
  void givenConditionsOfTime_whenAsked_thenTheVersionAloneDecides() {
    String longAgo = "Thu, 01 Jan 1970 00:00:00 GMT";
    for (String path : List.of(model, key, TENANTS + "/" + tenant)) {
      Answer whole = get(path, named).is(200);
      assertThat(whole.headerOrNull("Last-Modified")).isNull();
      get(path, "X-Tenant-ID", tenant, "If-Modified-Since", whole.header("Date")).is(200);
      get(path, "X-Tenant-ID", tenant, "If-Unmodified-Since", longAgo).is(200);
    }
    Answer known =
        get(model, "X-Tenant-ID", tenant, "If-None-Match", "\"1\"", "If-Modified-Since", longAgo);
    assertThat(known.status()).isEqualTo(304);
  }
}
