package io.tenantry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold of every service that the compose file starts. */
class ComposeTest {

  private static final Pattern PINNED = Pattern.compile(".+:v?[0-9]+\\.[0-9].*");
  private static final Pattern BASE = Pattern.compile("(?m)^FROM (\\S+)");
  private static final JsonNode COMPOSE = compose();

  record Service(String name, JsonNode is) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static JsonNode compose() {
    try {
      var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      String text = Files.readString(Path.of("docker-compose.yml"), UTF_8);
      return JsonMapper.shared().valueToTree(yaml.<Object>load(text));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static List<Service> services() {
    return COMPOSE
        .get("services")
        .propertyStream()
        .map(entry -> new Service(entry.getKey(), entry.getValue()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("services")
  void givenAService_whenRead_thenItIsPinnedBoundedWatchedAndLocal(Service service) {
    JsonNode is = service.is();
    assertThat(is.path("image").asString()).matches(PINNED).doesNotContain("latest");
    assertThat(is.path("mem_limit").asString("")).isNotEmpty();
    assertThat(is.path("healthcheck").path("test").isArray()).isTrue();
    assertThat(is.path("restart").asString("")).isEqualTo("unless-stopped");
    assertThat(is.path("profiles").size()).isEqualTo(1);
    for (JsonNode port : is.path("ports")) {
      assertThat(port.asString()).startsWith("127.0.0.1:");
    }
    is.path("environment")
        .propertyStream()
        .filter(entry -> entry.getKey().matches(".*(PASSWORD|SECRET|TOKEN|KEY).*"))
        .forEach(entry -> assertThat(entry.getValue().asString()).startsWith("/run/secrets/"));
    for (JsonNode dependency : is.path("depends_on")) {
      assertThat(dependency.path("condition").asString()).isEqualTo("service_healthy");
    }
    for (JsonNode secret : is.path("secrets")) {
      String name = secret.isString() ? secret.asString() : secret.path("source").asString();
      assertThat(COMPOSE.get("secrets").propertyNames()).contains(name);
    }
  }

  @Test
  void givenTheSecrets_whenRead_thenEachIsAFileThatTheScriptMakesAndGitIgnores() throws Exception {
    String script = Files.readString(Path.of("docker-secrets.sh"), UTF_8);
    for (JsonNode secret : COMPOSE.get("secrets")) {
      String file = secret.path("file").asString();
      assertThat(file).startsWith("./secrets/");
      assertThat(script).contains("make " + file.substring("./secrets/".length()) + " ");
    }
    assertThat(Files.readAllLines(Path.of(".gitignore"), UTF_8)).contains("secrets/");
  }

  @Test
  void givenTheImage_whenRead_thenItsBasesArePinnedAndItRunsAsNobody() throws Exception {
    String image = Files.readString(Path.of("Dockerfile"), UTF_8);
    assertThat(BASE.matcher(image).results().map(base -> base.group(1)))
        .hasSize(3)
        .allMatch(base -> PINNED.matcher(base).matches());
    assertThat(image).contains("\nUSER 10001:10001\n");
  }
}
