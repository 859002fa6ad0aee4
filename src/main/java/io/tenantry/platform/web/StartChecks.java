package io.tenantry.platform.web;

import io.tenantry.platform.EventStoreChoice;
import io.tenantry.platform.Settings;
import io.tenantry.platform.StartRefused;
import io.tenantry.platform.security.AccessChoice;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Refuses, before anything is touched, a configuration that would let strangers in or nobody at
 * all.
 */
public final class StartChecks implements EnvironmentPostProcessor, Ordered {

  private static final Pattern PORT =
      Pattern.compile(
          "0*([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])");

  private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[^/\\s*?#,]+");

  /** What must not be negative, and what users call it. */
  private static final Map<String, String> WAITS =
      Map.of(
          "tenantry.consistency.wait", "TENANTRY_CONSISTENCY_WAIT",
          "tenantry.http.patience", "TENANTRY_HTTP_PATIENCE",
          "tenantry.http.turn", "TENANTRY_HTTP_TURN");

  private static final Map<String, String> AT_LEAST_ONE =
      Map.of(
          "tenantry.http.bytes-per-second", "TENANTRY_HTTP_BYTESPERSECOND",
          "tenantry.http.threads", "TENANTRY_HTTP_THREADS",
          "tenantry.http.costly", "TENANTRY_HTTP_COSTLY");

  private static final Map<String, String> LIMITS =
      Map.of(
          "tenantry.auth-failures-per-minute", "TENANTRY_AUTH_FAILURES_PER_MINUTE",
          "tenantry.rate-limit.per-tenant", "TENANTRY_RATE_LIMIT_PER_TENANT",
          "tenantry.rate-limit.per-key", "TENANTRY_RATE_LIMIT_PER_KEY");

  /** A secret that has failed to resolve must not open the door, nor have another one made. */
  private static final Map<String, String> NOT_EMPTY =
      Map.of(
          "tenantry.operator-key",
          "TENANTRY_OPERATOR_KEY is set and empty: without a key anybody on this machine would be"
              + " the operator. Give it a key, or unset it.",
          "tenantry.secret",
          "TENANTRY_SECRET is set and empty: give it 32 or more characters, or unset it to have a"
              + " secret made in TENANTRY_DATA_DIR.");

  /** What an empty variable stands for, where Spring would guess, or take it for a value. */
  private static final Map<String, String> UNSET =
      Map.of(LocalOnly.FORWARD_HEADERS, "none", EventStoreChoice.PROPERTY, "embedded");

  /** Another, which believes whoever sends such headers, is none of these. */
  private static final Set<String> FORWARDING = Set.of("none", "native");

  /** After the files have been read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    unsetEmpty(environment);
    checkForwarding(Settings.text(environment, LocalOnly.FORWARD_HEADERS));
    checkNotEmpty(environment);
    checkDataSource(environment);
    AccessChoice access =
        AccessChoice.of(
            Settings.text(environment, "tenantry.operator-key"),
            Settings.text(environment, "tenantry.anonymous"),
            Settings.text(environment, EventStoreChoice.PROPERTY));
    checkPort(Settings.text(environment, "server.port"));
    WAITS.forEach((name, variable) -> checkWait(environment, name, variable));
    AT_LEAST_ONE.forEach((name, variable) -> checkAtLeastOne(environment, name, variable));
    LIMITS.forEach((name, variable) -> checkLimit(environment, name, variable));
    checkOrigins(environment);
    if (access.anonymous()) {
      LocalOnly.demand(environment);
    }
    if (Settings.text(environment, "management.server.port") != null) {
      throw new StartRefused(
          "MANAGEMENT_SERVER_PORT is not supported: metrics are the operator's, and a second port"
              + " would give them to anybody. Unset it.");
    }
  }

  private static void unsetEmpty(ConfigurableEnvironment environment) {
    Map<String, Object> values = new HashMap<>();
    UNSET.forEach(
        (name, meant) -> {
          if (Settings.text(environment, name) == null) {
            values.put(name, meant);
          }
        });
    environment.getPropertySources().addFirst(new MapPropertySource("unset", values));
  }

  private static void checkForwarding(@Nullable String strategy) {
    if (strategy != null && !FORWARDING.contains(strategy.toLowerCase(Locale.ROOT))) {
      throw new StartRefused(
          "SERVER_FORWARD_HEADERS_STRATEGY is '"
              + strategy
              + "'; it may be native, which believes proxies alone, or none.");
    }
  }

  private static void checkNotEmpty(ConfigurableEnvironment environment) {
    NOT_EMPTY.forEach(
        (name, why) -> {
          if (environment.getProperty(name) != null && Settings.text(environment, name) == null) {
            throw new StartRefused(why);
          }
        });
  }

  /** Who names a PostgreSQL does not want the events in a file, which a container may lose. */
  private static void checkDataSource(ConfigurableEnvironment environment) {
    String events = EventStoreChoice.of(Settings.text(environment, EventStoreChoice.PROPERTY));
    if (Settings.text(environment, "spring.datasource.url") != null
        && !events.equals(EventStoreChoice.POSTGRES)) {
      throw new StartRefused(
          "SPRING_DATASOURCE_URL is set, but TENANTRY_EVENT_STORE is %s: set it to postgres, or unset"
                  .formatted(events)
              + " the other.");
    }
  }

  private static void checkPort(@Nullable String port) {
    if (port != null && !PORT.matcher(port).matches()) {
      throw new StartRefused("SERVER_PORT is '" + port + "'; it must be a number up to 65535.");
    }
  }

  private static void checkWait(ConfigurableEnvironment environment, String name, String variable) {
    Duration atMost = Binder.get(environment).bind(name, Duration.class).orElse(Duration.ZERO);
    if (atMost.isNegative()) {
      throw new StartRefused(variable + " must not be negative.");
    }
  }

  private static void checkAtLeastOne(
      ConfigurableEnvironment environment, String name, String variable) {
    int number = Binder.get(environment).bind(name, Integer.class).orElse(1);
    if (number < 1) {
      throw new StartRefused(variable + " must be 1 or more.");
    }
  }

  private static void checkLimit(
      ConfigurableEnvironment environment, String name, String variable) {
    int limit = Binder.get(environment).bind(name, Integer.class).orElse(0);
    if (limit < 0) {
      throw new StartRefused(variable + " must not be negative; 0 is no limit.");
    }
  }

  private static void checkOrigins(ConfigurableEnvironment environment) {
    List<String> origins =
        Binder.get(environment)
            .bind("tenantry.cors.allowed-origins", Bindable.listOf(String.class))
            .orElse(List.of());
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new StartRefused(
            "TENANTRY_CORS_ALLOWED_ORIGINS has '"
                + origin
                + "'; an origin is like https://console.example.com, without a path.");
      }
    }
  }
}
