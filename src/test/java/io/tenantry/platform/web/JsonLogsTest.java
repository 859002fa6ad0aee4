package io.tenantry.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the profile makes of the log. */
class JsonLogsTest {

  private static final String FORMAT = "logging.structured.format.console";

  private static StandardEnvironment environment(String... profiles) {
    var environment = new StandardEnvironment();
    environment.setActiveProfiles(profiles);
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return environment;
  }

  private static JsonNode line(Environment environment) {
    var context = new LoggerContext();
    context.putObject(Environment.class.getName(), environment);
    var encoder = new StructuredLogEncoder();
    encoder.setContext(context);
    encoder.setFormat(environment.getRequiredProperty(FORMAT));
    encoder.start();
    var event =
        new LoggingEvent(
            "", context.getLogger("io.tenantry.X"), Level.WARN, "two\nlines", null, null);
    event.setMDCPropertyMap(Map.of("request_id", "r-1", "trace_id", "t-1"));
    String line = new String(encoder.encode(event), UTF_8);
    assertThat(line.lines()).hasSize(1);
    return JsonMapper.shared().readTree(line);
  }

  @Test
  void givenTheProfile_whenARequestIsLogged_thenItIsOneObjectThatNamesItAndItsTrace() {
    JsonNode line = line(environment("json-logs"));

    assertThat(line.path("request_id").asString()).isEqualTo("r-1");
    assertThat(line.path("trace_id").asString()).isEqualTo("t-1");
    assertThat(line.path("message").asString()).isEqualTo("two\nlines");
    assertThat(line.path("service").path("name").asString()).isEqualTo("tenantry");
    assertThat(line.path("log").path("level").asString()).isEqualTo("WARN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "other"})
  void givenAnotherProfile_whenStarted_thenTheLogIsText(String profile) {
    assertThat(environment(profile).containsProperty(FORMAT)).isFalse();
  }
}
