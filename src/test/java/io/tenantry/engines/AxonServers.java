package io.tenantry.engines;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Real Axon Servers, started by hand, in development mode. One of the standard edition has one
 * store, so each folder has a server for itself, and who comes later gets one that is emptied. The
 * services that all tests share take two of them for good.
 */
public final class AxonServers {

  /** A property: host:port, several of them with commas between; three do for all tests. */
  static final String SERVERS = "tenantry.test.axonserver";

  /** A property: the ports of their HTTP, in the same order. */
  static final String HTTP_PORTS = "tenantry.test.axonserver.http";

  /** A property: what all of them take. */
  static final String TOKEN = "tenantry.test.axonserver.token";

  private static final List<String> FREE =
      new ArrayList<>(List.of(System.getProperty(SERVERS, "").split(",")));
  private static final Map<Path, String> TAKEN = new HashMap<>();
  private static final Set<Path> OPEN = new HashSet<>();

  private AxonServers() {}

  static boolean given() {
    return !System.getProperty(SERVERS, "").isEmpty();
  }

  public static String token() {
    return System.getProperty(TOKEN, "");
  }

  /** The same folder has the same server, until it is closed and another folder needs one. */
  static synchronized String of(Path folder) {
    OPEN.add(folder);
    var server = TAKEN.get(folder);
    if (server == null) {
      server = emptied();
      TAKEN.put(folder, server);
    }
    return server;
  }

  /** The one that the folder has, for a look at what is there. */
  public static synchronized String taken(Path folder) {
    return requireNonNull(TAKEN.get(folder));
  }

  /** No service runs there any more. */
  static synchronized void close(Path folder) {
    OPEN.remove(folder);
  }

  private static String emptied() {
    if (FREE.isEmpty()) {
      var left =
          TAKEN.keySet().stream()
              .filter(folder -> !OPEN.contains(folder))
              .findFirst()
              .orElseThrow();
      FREE.add(TAKEN.remove(left));
    }
    var server = FREE.removeFirst();
    purge(server);
    return server;
  }

  private static void purge(String server) {
    int index = List.of(System.getProperty(SERVERS, "").split(",")).indexOf(server);
    var port = System.getProperty(HTTP_PORTS, "8024").split(",")[index];
    var host = server.substring(0, server.indexOf(':'));
    var request =
        HttpRequest.newBuilder(
                URI.create("http://" + host + ":" + port + "/v1/devmode/purge-events"))
            .header("AxonIQ-Access-Token", token())
            .DELETE()
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("Axon Server was not emptied: " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
