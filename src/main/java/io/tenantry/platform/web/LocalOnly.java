package io.tenantry.platform.web;

import io.tenantry.platform.Settings;
import io.tenantry.platform.StartRefused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps the server on loopback, since requests without a credential act as the operator: they must
 * come from this machine.
 */
final class LocalOnly {

  static final String FORWARD_HEADERS = "server.forward-headers-strategy";

  private static final String LOOPBACK = "127.0.0.1";

  /** With any of these the address of a request is what its headers say. */
  private static final List<String> BELIEVED =
      List.of("server.tomcat.remoteip.remote-ip-header", "server.tomcat.remoteip.protocol-header");

  private LocalOnly() {}

  /**
   * @throws StartRefused where the configuration lets others in
   */
  static void demand(ConfigurableEnvironment environment) {
    checkForwarding(environment, Settings.text(environment, FORWARD_HEADERS));
    String address = Settings.text(environment, "server.address");
    if (address == null) {
      // before an empty one, which would be every address
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("loopback", Map.of("server.address", LOOPBACK)));
    } else {
      checkLoopback(address);
    }
  }

  private static void checkForwarding(
      ConfigurableEnvironment environment, @Nullable String forwarded) {
    if ((forwarded != null && !forwarded.equalsIgnoreCase("none"))
        || BELIEVED.stream().anyMatch(name -> Settings.text(environment, name) != null)) {
      throw new StartRefused(
          "SERVER_FORWARD_HEADERS_STRATEGY lets headers say where a request came from, but requests"
              + " without a credential act as the operator: strangers could seem to be on this"
              + " machine. Unset it, or set TENANTRY_OPERATOR_KEY and TENANTRY_ANONYMOUS=deny.");
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
                  + " stay on this machine. Unset it, or set TENANTRY_OPERATOR_KEY and"
                  + " TENANTRY_ANONYMOUS=deny.");
        }
      }
    } catch (UnknownHostException e) {
      throw new StartRefused("SERVER_ADDRESS is " + address + ", which is no address.");
    }
  }
}
