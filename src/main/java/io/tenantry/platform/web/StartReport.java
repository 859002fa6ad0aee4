package io.tenantry.platform.web;

import io.tenantry.platform.Engine;
import io.tenantry.platform.Engine.Kept;
import io.tenantry.platform.security.AccessChoice;
import io.tenantry.platform.tracing.TracingChoice;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Five lines at the start: where it listens, which engines, who may come in, where traces go. */
final class StartReport implements ApplicationListener<WebServerInitializedEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

  private final Environment environment;
  private final List<Engine> engines;
  private final AccessChoice access;

  StartReport(Environment environment, List<Engine> engines, AccessChoice access) {
    this.environment = environment;
    this.engines = engines;
    this.access = access;
  }

  @Override
  public void onApplicationEvent(WebServerInitializedEvent event) {
    lines(event.getWebServer().getPort()).forEach(LOG::info);
  }

  List<String> lines(int port) {
    return List.of(
        "Address: " + address(port),
        "Events: " + engine(Kept.EVENTS),
        "Read models: " + engine(Kept.READ_MODELS),
        "Access: " + access.inWords(),
        "Traces: " + traces());
  }

  private String address(int port) {
    boolean tls =
        environment.getProperty("server.ssl.enabled", Boolean.class, true)
            && (environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate"));
    String address = environment.getProperty("server.address", "");
    String host = address.isBlank() ? "*" : address.contains(":") ? "[" + address + "]" : address;
    return (tls ? "https://" : "http://") + host + ":" + port;
  }

  private String engine(Kept what) {
    return engines.stream()
        .filter(engine -> engine.keeps() == what)
        .map(engine -> engine.name() + ", " + engine.where())
        .findFirst()
        .orElse("unknown");
  }

  private String traces() {
    return environment.getProperty(TracingChoice.PROPERTY, Boolean.class, false)
        ? "to "
            + Engine.withoutCredentials(environment.getProperty(TracingChoice.ENDPOINT, "unknown"))
        : "off";
  }
}
