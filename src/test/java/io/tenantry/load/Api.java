package io.tenantry.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A client of the service, with connections of its own. */
final class Api implements AutoCloseable {

  /** The request id of what belongs to the start. */
  static final String START = "start";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  Api(int port) {
    this.port = port;
  }

  /** What a user does where the store does not come with it. */
  static void makeDefaultTenant(int port) {
    try (var api = new Api(port)) {
      var answer =
          api.ask(
              "POST",
              "/api/v1/tenants",
              "{\"slug\":\"default\",\"name\":\"Default\"}",
              "X-Request-ID",
              START);
      if (answer.status() != 201 && answer.status() != 409) {
        throw new IllegalStateException(answer.toString());
      }
    }
  }

  /**
   * @param headers names and values in turn
   * @throws UncheckedIOException when there is no answer
   */
  Answer ask(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(120))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body(), answer.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Answer get(String path, String... headers) {
    return ask("GET", path, "", headers);
  }

  Answer register(String slug, String name) {
    return ask(
        "POST",
        "/api/v1/tenants",
        "{\"slug\":\"%s\",\"name\":\"%s\",\"description\":\"%s\"}".formatted(slug, name, name));
  }

  Answer tenant(String tenant) {
    return get("/api/v1/tenants/" + tenant);
  }

  Answer rename(String tenant, String name) {
    return ask("PUT", "/api/v1/tenants/" + tenant, named(name));
  }

  Answer deleteTenant(String tenant) {
    return ask("DELETE", "/api/v1/tenants/" + tenant, "");
  }

  Answer search(String keyword) {
    return get("/api/v1/tenants/search?keyword=" + keyword);
  }

  Answer createModel(String tenant, String name, String configuration) {
    return ask(
        "POST",
        "/v1/tenant/models",
        "{\"name\":\"%s\",\"description\":\"%s\",\"configuration\":%s}"
            .formatted(name, name, configuration),
        "X-Tenant-ID",
        tenant,
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  Answer model(String tenant, String id) {
    return get("/v1/tenant/models/" + id, "X-Tenant-ID", tenant);
  }

  Answer models(String tenant) {
    return get("/v1/tenant/models?limit=100", "X-Tenant-ID", tenant);
  }

  Answer renameModel(String tenant, String id, String name) {
    return ask("PATCH", "/v1/tenant/models/" + id, named(name), "X-Tenant-ID", tenant);
  }

  Answer deleteModel(String tenant, String id) {
    return ask("DELETE", "/v1/tenant/models/" + id, "", "X-Tenant-ID", tenant);
  }

  Answer applications(String tenant) {
    return get(applicationsOf(tenant));
  }

  Answer keys(String tenant, String application) {
    return get(applicationsOf(tenant) + "/" + application);
  }

  /**
   * @param key with its application, such as {@code app/key}
   */
  Answer key(String tenant, String key) {
    return get(applicationsOf(tenant) + "/" + key);
  }

  Answer putKey(String tenant, String key, String data) {
    return ask(
        "PUT",
        applicationsOf(tenant) + "/" + key,
        "{\"data\":\"%s\",\"auto_create\":true}".formatted(data));
  }

  Answer deleteKey(String tenant, String key) {
    return ask("DELETE", applicationsOf(tenant) + "/" + key, "");
  }

  Answer createApiKey(String tenant, String name) {
    return ask("POST", "/api/v1/tenants/" + tenant + "/api-keys", "{\"name\":\"" + name + "\"}");
  }

  static String keyPath(String tenant, String key) {
    return applicationsOf(tenant) + "/" + key;
  }

  private static String applicationsOf(String tenant) {
    return "/api/v1/tenants/" + tenant + "/properties/applications";
  }

  private static String named(String name) {
    return "{\"name\":\"%s\",\"description\":\"%s\"}".formatted(name, name);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
