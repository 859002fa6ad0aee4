package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.api.support.ProblemType;
import io.tenantry.engines.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What explains the service, and what watches it. */
class AroundTest extends HttpTest {

  private static final Pattern LOADED = Pattern.compile("(?:src|href)=[\"']([^\"']+)[\"']");

  AroundTest(Engines engine) {
    super(engine);
  }

  @Test
  void givenThePage_whenLoadedWithAllItLoads_thenNothingFromAnotherHost() {
    Answer docs = get("/docs");
    String page = docs.status() == 302 ? docs.header("Location") : "/docs";
    Answer html = get(page);
    assertThat(html.status()).isEqualTo(200);
    List<String> loaded =
        new ArrayList<>(LOADED.matcher(html.body()).results().map(m -> m.group(1)).toList());
    assertThat(loaded).isNotEmpty();
    for (String address : loaded) {
      assertThat(address).doesNotContain("//");
      String path = address.startsWith("/") ? address : page.replaceAll("[^/]*$", "") + address;
      assertThat(get(path.replace("/./", "/")).status()).as(path).isEqualTo(200);
    }
    assertThat(get("/swagger-ui/swagger-initializer.js").body())
        .doesNotContain("http://", "https://");
  }

  @Test
  void givenProbes_whenAsked_thenUp() {
    for (String probe : List.of("liveness", "readiness")) {
      Answer answer = get("/actuator/health/" + probe);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json()).isEqualTo(Answer.json("{\"status\":\"UP\"}"));
    }
    get("/actuator/env").problem(404, 1003);
    get("/actuator/heapdump").problem(404, 1003);
  }

  @Test
  void givenMetrics_whenScraped_thenPrometheusReadsThem() {
    get(TENANTS).is(200);
    Answer answer = get("/actuator/prometheus");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    assertThat(answer.body())
        .contains("http_server_requests_seconds_count", "jvm_memory_used_bytes", "tenantry_");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void givenTypeOfProblem_whenFollowed_thenItIsExplained(ProblemType type) {
    Answer page = get(type.uri(), "Accept", "text/html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains(type.title(), type.meaning());
    assertThat(get(type.uri(), "Accept", "application/json").is(200).json().get("type"))
        .isEqualTo(Answer.json("\"" + type.uri() + "\""));
  }

  @Test
  void givenUnknownProblem_whenAsked_thenNotFound() {
    get("/problems/none").problem(404, 1003);
  }

  @Test
  void givenHome_whenOpened_thenItSaysWhereToReadOn() {
    Answer home = get("/").is(200);
    assertThat(home.header("Vary").toLowerCase(Locale.ROOT)).contains("accept");
    for (String member : List.of("documentation", "openapi", "health")) {
      String link = Objects.requireNonNull(home.data().get(member)).stringValue();
      assertThat(get(link).status()).as(link).isIn(200, 302);
      Answer page = get("/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
      assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
      assertThat(page.body()).contains("href=\"" + link + "\"");
    }
    assertThat(get("/", "Accept", "application/json").is(200).body()).isEqualTo(home.body());
  }
}
