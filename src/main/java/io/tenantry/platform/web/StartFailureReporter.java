package io.tenantry.platform.web;

import io.tenantry.platform.StartRefused;
import io.tenantry.platform.readstore.ReadStoreAway;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.config.ConfigDataNotFoundException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why the service does not start, where the user can do something about it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailureReporter implements SpringBootExceptionReporter {

  /**
   * @param context unused; Spring Boot demands it
   */
  public StartFailureReporter(@Nullable ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    String line = explain(failure);
    if (line == null) {
      return false;
    }
    byte[] bytes =
        ("Tenantry does not start: " + line + System.lineSeparator())
            .getBytes(StandardCharsets.UTF_8);
    System.err.write(bytes, 0, bytes.length);
    System.err.flush();
    return true;
  }

  /** Null when it is a fault of ours, which deserves its stack trace. */
  public static @Nullable String explain(Throwable failure) {
    int depth = 0;
    for (@Nullable Throwable t = failure; t != null && depth < 50; t = t.getCause(), depth++) {
      String line =
          switch (t) {
            case StartRefused refused -> refused.getMessage();
            case ReadStoreAway away -> away.getMessage();
            case PortInUseException port ->
                "port "
                    + port.getPort()
                    + " is in use; stop what listens there, or set SERVER_PORT to another.";
            case BindException bind -> unbindable(bind);
            case ConfigDataNotFoundException missing ->
                "what SPRING_CONFIG_IMPORT names is not there: "
                    + missing.getReferenceDescription()
                    + ".";
            case IllegalStateException e -> unusableKeys(e);
            default -> null;
          };
      if (line != null) {
        return line.lines().reduce((a, b) -> a + " " + b).orElse("");
      }
    }
    return null;
  }

  /** Null when it is not about the server's certificate. */
  private static @Nullable String unusableKeys(IllegalStateException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.startsWith("Unable to create key store")
            || message.startsWith("Unable to create trust store")
        ? "TLS (SERVER_SSL_*) cannot be set up: " + message + "."
        : null;
  }

  private static String unbindable(BindException bind) {
    var property = bind.getProperty();
    if (property == null) {
      return "the configuration " + bind.getName() + " cannot be read.";
    }
    Origin origin = Origin.from(property);
    String name = property.getName().toString();
    return "%s (%s) cannot be read as %s%s."
        .formatted(
            name,
            name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT),
            type(bind),
            origin == null ? "" : "; it was set by " + origin);
  }

  private static String type(BindException bind) {
    Class<?> type = bind.getTarget().getType().resolve();
    return type == null ? "what is wanted" : type.getSimpleName();
  }
}
