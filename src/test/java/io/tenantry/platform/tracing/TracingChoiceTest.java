package io.tenantry.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.StartRefused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class TracingChoiceTest {

  private static final String SDK =
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration";
  private static final String COLLECTOR = "http://collector:4318/v1/traces";

  private static GenericApplicationContext decided(Map<String, Object> configured) {
    var context = new GenericApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("configured", new HashMap<>(configured)));
    new TracingChoice().initialize(context);
    return context;
  }

  private static boolean isOn(Map<String, Object> configured) {
    var environment = decided(configured).getEnvironment();
    boolean on = environment.getRequiredProperty(TracingChoice.PROPERTY, Boolean.class);
    String[] excluded =
        environment.getRequiredProperty("spring.autoconfigure.exclude", String[].class);
    if (on) {
      assertThat(excluded).doesNotContain(SDK);
    } else {
      assertThat(excluded).contains(SDK);
    }
    assertThat(excluded).as("logs are never sent").anyMatch(name -> name.contains(".logging."));
    return on;
  }

  @Test
  void givenAnEndpoint_whenDecided_thenOn() {
    assertThat(isOn(Map.of(TracingChoice.ENDPOINT, COLLECTOR))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "management.opentelemetry.enabled",
        "management.tracing.export.enabled",
        "management.tracing.export.otlp.enabled"
      })
  void givenAnEndpointAndASwitchThatIsOff_whenDecided_thenOff(String name) {
    assertThat(isOn(Map.of(TracingChoice.ENDPOINT, COLLECTOR, name, "false"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void givenNoneOrAnEmptyOne_whenDecided_thenOffAndWhatWasExcludedStaysSo(String endpoint) {
    assertThat(isOn(Map.of())).isFalse();
    var configured =
        Map.<String, Object>of(
            TracingChoice.ENDPOINT, endpoint, "spring.autoconfigure.exclude", "a.B,c.D");
    assertThat(isOn(configured)).isFalse();
    assertThat(decided(configured).getEnvironment().getProperty("spring.autoconfigure.exclude"))
        .startsWith("a.B,c.D,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "collector:4318",
        "ftp://collector/",
        "http://",
        "http://me:word-of-mine@collector:4318/v1/traces",
        "http://me:word of mine@collector/"
      })
  void givenAnEndpointThatIsNone_whenDecided_thenRefusedWithoutRepeatingIt(String endpoint) {
    assertThatThrownBy(() -> decided(Map.of(TracingChoice.ENDPOINT, endpoint)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("OTEL_EXPORTER_OTLP_ENDPOINT")
        .hasMessageNotContaining("of-mine")
        .hasMessageNotContaining("of mine");
  }
}
