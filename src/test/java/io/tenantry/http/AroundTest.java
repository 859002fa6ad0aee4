package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.api.support.ProblemType;
import io.tenantry.platform.readstore.ReadStoreEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What explains the service, and what watches it. */
class AroundTest extends HttpTest {

  private static final Pattern LOADED = Pattern.compile("(?:src|href)=[\"']([^\"']+)[\"']");
  private static final Set<String> HTTP = Set.of("get", "post", "put", "patch", "delete");

  AroundTest(ReadStoreEngine engine) {
    super(engine);
  }

  @Test
  void givenTheService_whenDocumented_thenExactlyItsCalls() {
    JsonNode document = get("/openapi.json").is(200).json();
    assertThat(document.get("openapi").stringValue()).startsWith("3.1.");
    assertThat(document.get("components").get("securitySchemes").propertyNames())
        .containsExactlyInAnyOrder("apiKey", "bearer");
    JsonNode models = document.get("paths").get("/v1/tenant/models").get("post");
    assertThat(models.get("parameters").toString()).contains("\"X-Tenant-ID\"");
    JsonNode tenant = document.get("paths").get("/api/v1/tenants/{tenant}").get("get");
    assertThat(tenant.get("parameters").toString()).contains("\"tenant\"", "\"path\"");
    Set<String> documented = new TreeSet<>();
    for (var path : document.get("paths").properties()) {
      path.getValue().propertyNames().stream()
          .filter(HTTP::contains)
          .forEach(method -> documented.add(method + " " + path.getKey()));
    }
    Set<String> served = new TreeSet<>();
    for (RequestMappingInfo mapping :
        service
            .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()) {
      for (String path : mapping.getPatternValues()) {
        if (path.startsWith("/api/") || path.startsWith("/v1/")) {
          mapping
              .getMethodsCondition()
              .getMethods()
              .forEach(m -> served.add(m.name().toLowerCase(Locale.ROOT) + " " + path));
        }
      }
    }
    assertThat(documented).isEqualTo(served).hasSize(26);
  }

  @Test
  void givenTheDocument_whenRead_thenItsReferencesLeadSomewhere() {
    String text = get("/openapi.json").is(200).body();
    JsonNode document = Answer.json(text);
    List<String> references =
        Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(references).isNotEmpty();
    for (String reference : references) {
      String pointer = reference.substring(reference.indexOf('#') + 1, reference.length() - 1);
      assertThat(document.at(pointer).isObject()).as(reference).isTrue();
    }
    assertThat(document.at("/paths/~1v1~1tenant~1models/post/parameters").toString())
        .contains("Idempotency-Key", "X-Tenant-ID");
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
    JsonNode home = get("/").is(200).data();
    for (String member : List.of("documentation", "openapi", "health")) {
      String link = Objects.requireNonNull(home.get(member)).stringValue();
      assertThat(get(link).status()).as(link).isIn(200, 302);
    }
  }
}
