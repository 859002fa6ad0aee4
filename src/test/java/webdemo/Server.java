package webdemo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo application, started once for all tests of this package, on a port of its own. */
final class Server {

  static final ConfigurableApplicationContext CONTEXT =
      DemoApplication.start(
          "--server.port=0",
          "--tenantry.auth-failures-per-minute=0",
          "--spring.main.log-startup-info=false");
  static final int PORT =
      CONTEXT.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private Server() {}

  /**
   * @param headers names and values in turn
   */
  static HttpResponse<String> ask(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return ask("GET", path, new byte[0], headers);
  }

  static HttpResponse<String> json(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return ask(method, path, body.getBytes(StandardCharsets.UTF_8), all);
  }

  static JsonNode tree(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  /** Sends bytes as they are, and reads until the server closes. */
  static String raw(String request) throws IOException {
    return raw(PORT, request);
  }

  static String raw(int port, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}
