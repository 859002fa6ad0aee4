package io.tenantry.platform.axonserver;

import io.tenantry.platform.EventStoreChoice;
import io.tenantry.platform.Settings;
import io.tenantry.platform.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps Axon's connector quiet: what it configures by itself is never wanted, since {@link
 * AxonServerEngine} makes what is needed, and only where Axon Server is chosen. There it looks
 * whether AXON_AXONSERVER_* make sense, before anything connects.
 */
public final class AxonServerChoice implements EnvironmentPostProcessor, Ordered {

  private static final String PREFIX = "axon.axonserver.";
  private static final String VARIABLE = "AXON_AXONSERVER_";

  // host, or host:port; IPv6 the connector cannot read
  private static final Pattern SERVERS =
      Pattern.compile("[A-Za-z0-9._-]+(:[0-9]{1,5})?(\\s*,\\s*[A-Za-z0-9._-]+(:[0-9]{1,5})?)*");

  /** Where the user says nothing else. */
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          PREFIX + "event-flow-control.permits", EventPermits.PERMITS,
          PREFIX + "event-flow-control.nr-of-new-permits", EventPermits.MORE,
          // commands that are being handled here at the same time; the others wait in Axon Server
          PREFIX + "command-flow-control.permits", "1000",
          // a body has 1 MiB at most, as text in a message about twice that
          PREFIX + "max-message-size", "16777216",
          // what is not there again after that time is told to the client
          PREFIX + "commit-timeout", "10000",
          PREFIX + "connect-timeout", "2000",
          PREFIX + "reconnect-interval", "500");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "axonServerConnector",
                Map.of(
                    PREFIX + "enabled", "false",
                    // Axon Server's offer to download it
                    PREFIX + "suppress-download-message", "true")));
    String events = EventStoreChoice.of(environment.getProperty(EventStoreChoice.PROPERTY));
    if (events.equals(EventStoreChoice.AXON_SERVER)) {
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("axonServerDefaults", new HashMap<>(DEFAULTS)));
      check(environment);
    } else if (Settings.text(environment, PREFIX + "servers") != null) {
      throw new StartRefused(
          VARIABLE
              + "SERVERS is set, but TENANTRY_EVENT_STORE is "
              + events
              + ": set it to axonserver, or unset the other.");
    }
  }

  private static void check(ConfigurableEnvironment environment) {
    String servers = Settings.text(environment, PREFIX + "servers");
    if (servers != null && !SERVERS.matcher(servers).matches()) {
      throw new StartRefused(
          VARIABLE + "SERVERS must be host:port, or several of them with commas between.");
    }
    if (environment.getProperty(PREFIX + "token") != null
        && Settings.text(environment, PREFIX + "token") == null) {
      throw new StartRefused(VARIABLE + "TOKEN is set and empty: give it a token, or unset it.");
    }
    checkTls(environment);
  }

  private static void checkTls(ConfigurableEnvironment environment) {
    boolean tls = environment.getProperty(PREFIX + "ssl-enabled", Boolean.class, false);
    String certificate = Settings.text(environment, PREFIX + "cert-file");
    if (certificate != null && !tls) {
      throw new StartRefused(
          VARIABLE + "CERT_FILE is set, but " + VARIABLE + "SSL_ENABLED is not true.");
    }
    if (certificate != null && !Files.isReadable(Path.of(certificate))) {
      throw new StartRefused(VARIABLE + "CERT_FILE cannot be read: " + certificate);
    }
  }

  /** After the configuration files have been read. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
