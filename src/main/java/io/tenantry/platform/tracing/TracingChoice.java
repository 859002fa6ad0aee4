package io.tenantry.platform.tracing;

import io.tenantry.platform.AutoConfigurations;
import io.tenantry.platform.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Decides, before any bean exists, whether traces are sent: when an endpoint is configured. Without
 * one nothing of OpenTelemetry is made, no thread and no object for a message. Logs are never sent.
 *
 * <p>No {@code EnvironmentPostProcessor}: Spring Boot's own, which reads {@code OTEL_*}, has no
 * order to come after.
 */
public final class TracingChoice
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Set to true or false in every environment that starts. */
  public static final String PROPERTY = "tenantry.tracing";

  /** Where to, such as {@code http://collector:4318/v1/traces}. */
  public static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

  private static final String BOOT = "org.springframework.boot.";
  private static final String TRACING = BOOT + "micrometer.tracing.";

  private static final List<String> SWITCHES =
      List.of(
          "management.opentelemetry.enabled",
          "management.tracing.export.enabled",
          "management.tracing.export.otlp.enabled");

  private static final List<String> NEVER =
      List.of(
          BOOT + "opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration",
          BOOT + "opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration",
          TRACING + "autoconfigure.otlp.OtlpExemplarsAutoConfiguration",
          TRACING
              + "opentelemetry.autoconfigure.zipkin.ZipkinWithOpenTelemetryTracingAutoConfiguration");

  private static final List<String> WITH_TRACES_ALONE =
      List.of(
          BOOT + "opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
          TRACING + "autoconfigure.MicrometerTracingAutoConfiguration",
          TRACING + "autoconfigure.NoopTracerAutoConfiguration",
          TRACING + "autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration",
          TRACING + "opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
          TRACING + "opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    Binder binder = Binder.get(environment);
    String endpoint = binder.bind(ENDPOINT, String.class).orElse(null);
    boolean on =
        StringUtils.hasText(endpoint)
            && SWITCHES.stream().allMatch(each -> binder.bind(each, Boolean.class).orElse(true));
    if (on) {
      check(endpoint);
    }
    var unwanted = new ArrayList<>(NEVER);
    if (!on) {
      unwanted.addAll(WITH_TRACES_ALONE);
    }
    Map<String, Object> decided = new LinkedHashMap<>();
    decided.put(PROPERTY, on);
    decided.put(AutoConfigurations.EXCLUDE, AutoConfigurations.excluded(binder, unwanted));
    environment.getPropertySources().addFirst(new MapPropertySource("tracingChoice", decided));
  }

  private static void check(@Nullable String endpoint) {
    try {
      var uri = new URI(String.valueOf(endpoint));
      if (uri.getHost() != null
          && uri.getUserInfo() == null
          && List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
        return;
      }
    } catch (URISyntaxException e) {
      // its message may quote a password: what follows says enough
    }
    throw new StartRefused(
        "The endpoint of traces (MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT or"
            + " OTEL_EXPORTER_OTLP_ENDPOINT) must be like http://collector:4318/v1/traces, without a"
            + " user.");
  }
}
