package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Grafana's dashboard asks for what the service tells, and by labels that it has. */
class DashboardTest {

  private static final Path DASHBOARDS = Path.of("monitoring", "grafana", "dashboards");
  private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+)(?:\\{(.*)})? .*");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)(?:=~|!~|!=|=)\"");
  private static final Pattern SELECTED = Pattern.compile("([a-z_]+)\\{([^}]*)}");
  private static final Pattern GROUPED = Pattern.compile("by \\(([a-z_, ]+)\\)");

  private final Service service = Service.on(Engines.SQLITE);

  private String metrics() {
    return service.ask("GET", "/actuator/prometheus", new byte[0]).body();
  }

  /** The labels of each metric there is. */
  private Map<String, Set<String>> told() {
    Map<String, Set<String>> told = new HashMap<>();
    metrics()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(SAMPLE::matcher)
        .forEach(
            sample -> {
              assertThat(sample.matches()).as(sample.toString()).isTrue();
              told.computeIfAbsent(sample.group(1), name -> new HashSet<>(Set.of("instance")))
                  .addAll(labels(sample.group(2) == null ? "" : sample.group(2)));
            });
    return told;
  }

  private static Set<String> labels(String selector) {
    return LABEL.matcher(selector).results().map(label -> label.group(1)).collect(toSet());
  }

  private static List<String> queries(Path dashboard) throws Exception {
    JsonNode json = JsonMapper.shared().readTree(Files.readString(dashboard, UTF_8));
    return json.findValues("expr").stream().map(JsonNode::asString).toList();
  }

  private void use() {
    String slug = HttpTest.slug();
    byte[] body = "{\"slug\":\"%s\",\"name\":\"n\"}".formatted(slug).getBytes(UTF_8);
    var created =
        service.ask("POST", HttpTest.TENANTS, body, "Content-Type", "application/json").is(201);
    String token = created.header("Consistency-Token");
    service.ask("GET", HttpTest.TENANTS + "/" + slug, new byte[0], "Consistency-Token", token);
    service.ask("POST", HttpTest.TENANTS, body, "Content-Type", "application/json").is(409);
  }

  @Test
  void givenTheDashboard_whenItsQueriesAreRead_thenEachMetricAndLabelIsThere() throws Exception {
    use();
    var told = told();
    int asked = 0;
    for (String query : queries(DASHBOARDS.resolve("tenantry.json"))) {
      var selected = SELECTED.matcher(query).results().toList();
      assertThat(selected).as(query).isNotEmpty();
      var grouped = GROUPED.matcher(query).results().map(MatchResult::group).collect(toSet());
      for (var metric : selected) {
        assertThat(told).as(query).containsKey(metric.group(1));
        var known = told.getOrDefault(metric.group(1), Set.of());
        assertThat(known).as(query).containsAll(labels(metric.group(2)));
        for (String group : grouped) {
          assertThat(known).as(query).contains(group.replaceAll("by \\(|\\)", "").split(", "));
        }
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(30);
  }

  @Test
  void givenCommandsAndQueries_whenMeasured_thenByNameAndOutcomeAndWithoutWhoAsked() {
    use();
    var told = told();

    assertThat(told.get("tenantry_commands_seconds_count"))
        .containsExactlyInAnyOrder("instance", "command", "outcome", "refusal");
    assertThat(told.get("tenantry_queries_seconds_count"))
        .containsExactlyInAnyOrder("instance", "query", "outcome", "refusal");
    assertThat(metrics())
        .contains(
            "tenantry_commands_seconds_count{command=\"OnboardTenant\",outcome=\"ok\",refusal=\"none\"}")
        .contains("{command=\"OnboardTenant\",outcome=\"refused\",refusal=\"tenant_exists\"}")
        .contains("tenantry_consistency_wait_seconds_count{of=\"write\",outcome=\"reached\"}")
        .contains(
            "tenantry_events_handled_seconds_count{outcome=\"ok\",processor=\"read.tenant\"}");
  }
}
