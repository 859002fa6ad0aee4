package io.tenantry.platform.web;

import io.tenantry.platform.StartRefused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Refuses, before anything is touched, a configuration that would let strangers in or nobody at
 * all. While requests without a credential act as the operator, the server listens on loopback.
 */
public final class StartChecks implements EnvironmentPostProcessor, Ordered {

  private static final String LOOPBACK = "127.0.0.1";
  private static final Pattern PORT =
      Pattern.compile(
          "0*([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])");

  /** After the files have been read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    checkAccess(
        value(environment, "tenantry.operator-key"), value(environment, "tenantry.anonymous"));
    checkEngine(value(environment, "tenantry.event-store"));
    checkPort(value(environment, "server.port"));
    checkWait(environment);
    String address = value(environment, "server.address");
    if (address == null) {
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("loopback", Map.of("server.address", LOOPBACK)));
    } else {
      checkLoopback(address);
    }
    if (value(environment, "management.server.port") != null) {
      throw new StartRefused(
          "MANAGEMENT_SERVER_PORT is not supported: metrics are the operator's, and a second port"
              + " would give them to anybody. Unset it.");
    }
  }

  private static void checkAccess(@Nullable String operatorKey, @Nullable String anonymous) {
    if (operatorKey != null) {
      throw new StartRefused(
          "TENANTRY_OPERATOR_KEY is set, but this version knows no keys yet: it would protect"
              + " nothing. Unset it.");
    }
    if (anonymous == null || anonymous.equals("operator")) {
      return;
    }
    throw new StartRefused(
        anonymous.equals("deny")
            ? "TENANTRY_ANONYMOUS is deny and there is no TENANTRY_OPERATOR_KEY: nobody could come"
                + " in. This version knows no keys yet; set TENANTRY_ANONYMOUS=operator."
            : "TENANTRY_ANONYMOUS must be operator or deny.");
  }

  private static void checkEngine(@Nullable String eventStore) {
    if (eventStore != null && !eventStore.equals("embedded")) {
      throw new StartRefused(
          "TENANTRY_EVENT_STORE is '" + eventStore + "'; this version has embedded alone.");
    }
  }

  private static void checkPort(@Nullable String port) {
    if (port != null && !PORT.matcher(port).matches()) {
      throw new StartRefused("SERVER_PORT is '" + port + "'; it must be a number up to 65535.");
    }
  }

  private static void checkWait(ConfigurableEnvironment environment) {
    Duration atMost =
        Binder.get(environment)
            .bind("tenantry.consistency.wait", Duration.class)
            .orElse(Duration.ZERO);
    if (atMost.isNegative()) {
      throw new StartRefused("TENANTRY_CONSISTENCY_WAIT must not be negative.");
    }
  }

  private static void checkLoopback(String address) {
    try {
      for (InetAddress one : InetAddress.getAllByName(address)) {
        if (!one.isLoopbackAddress()) {
          throw new StartRefused(
              "SERVER_ADDRESS is "
                  + address
                  + ", but requests without a credential act as the operator, so the server must"
                  + " stay on this machine. Unset it or set it to 127.0.0.1.");
        }
      }
    } catch (UnknownHostException e) {
      throw new StartRefused("SERVER_ADDRESS is " + address + ", which is no address.");
    }
  }

  private static @Nullable String value(ConfigurableEnvironment environment, String name) {
    String value = environment.getProperty(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
