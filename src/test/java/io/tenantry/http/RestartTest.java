package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A graceful stop and a start on the same folder. */
@ParameterizedClass
@EnumSource(Engines.class)
class RestartTest {

  private static final String TENANTS = "/api/v1/tenants";
  private static final String MODELS = "/v1/tenant/models";
  private static final String KEYS = TENANTS + "/acme/properties/applications/app";

  @TempDir Path folder;

  private final Engines engine;

  RestartTest(Engines engine) {
    this.engine = engine;
  }

  private static Answer send(Service service, String method, String path, String json) {
    return service.ask(
        method,
        path,
        json.getBytes(UTF_8),
        "Content-Type",
        "application/json",
        "X-Tenant-ID",
        "acme",
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  private static Answer get(Service service, String path) {
    return service.ask("GET", path, new byte[0], "X-Tenant-ID", "acme");
  }

  private static List<String> bodies(Service service, List<String> paths) {
    return paths.stream().map(path -> get(service, path).is(200).body()).toList();
  }

  @Test
  void givenWhatWasWritten_whenStoppedAndStarted_thenItIsThere() {
    List<String> paths;
    List<String> before;
    String cursor;
    String token;
    long lastId;
    try (Service service = Service.start(engine, folder)) {
      byte[] acme = "{\"name\":\"Acme\",\"slug\":\"acme\"}".getBytes(UTF_8);
      JsonNode tenant =
          service.ask("POST", TENANTS, acme, "Content-Type", "application/json").is(201).data();
      lastId = tenant.get("id").longValue();
      String model =
          send(service, "POST", MODELS, "{\"name\":\"m\",\"configuration\":{\"n\":1e400}}")
              .is(201)
              .header("Location");
      send(service, "POST", MODELS, "{\"name\":\"n\"}").is(201);
      send(service, "PATCH", model, "{\"description\":\"d\"}").is(200);
      send(service, "POST", KEYS, "{\"key\":\"k\",\"data\":\"x\"}").is(200);
      token = send(service, "PUT", KEYS + "/k", "{\"data\":\"y\"}").header("Consistency-Token");
      cursor = get(service, MODELS + "?limit=1").json().at("/meta/next_cursor").stringValue();
      paths =
          List.of(
              TENANTS,
              TENANTS + "/acme",
              TENANTS + "/search?keyword=ACME",
              MODELS,
              MODELS + "?cursor=" + cursor,
              model,
              KEYS,
              KEYS + "/k");
      before = bodies(service, paths);
    }
    try (Service service = Service.start(engine, folder)) {
      assertThat(bodies(service, paths)).isEqualTo(before);
      Answer later = get(service, KEYS + "/k");
      assertThat(later.header("ETag")).isEqualTo("\"2\"");
      service.ask("GET", TENANTS + "/acme", new byte[0], "Consistency-Token", token).is(200);
      byte[] again = "{\"name\":\"b\",\"slug\":\"acme\"}".getBytes(UTF_8);
      service.ask("POST", TENANTS, again, "Content-Type", "application/json").problem(409, 2001);
      byte[] next = "{\"name\":\"b\"}".getBytes(UTF_8);
      assertThat(
              service
                  .ask("POST", TENANTS, next, "Content-Type", "application/json")
                  .is(201)
                  .data()
                  .get("id")
                  .longValue())
          .isGreaterThan(lastId);
      Answer changed = send(service, "PUT", KEYS + "/k", "{\"data\":\"z\"}").is(200);
      assertThat(changed.header("ETag")).isEqualTo("\"3\"");
      assertThat(Long.parseLong(changed.header("Consistency-Token")))
          .isGreaterThan(Long.parseLong(token));
    }
  }
}
