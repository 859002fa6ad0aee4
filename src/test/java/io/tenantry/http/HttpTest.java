package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tenantry.engines.Engines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A test that runs once on each pair of engines, against the server that all of them share. */
@ParameterizedClass
@EnumSource(Engines.class)
abstract class HttpTest {

  static final String TENANTS = "/api/v1/tenants";
  static final String MODELS = "/v1/tenant/models";

  final Service service;

  HttpTest(Engines engine) {
    this.service = Service.on(engine);
  }

  Answer get(String path, String... headers) {
    return service.ask("GET", path, new byte[0], headers);
  }

  Answer delete(String path, String... headers) {
    return service.ask("DELETE", path, new byte[0], headers);
  }

  Answer post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  Answer put(String path, String json, String... headers) {
    return send("PUT", path, json, headers);
  }

  Answer patch(String path, String json, String... headers) {
    return send("PATCH", path, json, headers);
  }

  /** As JSON, with a key of its own; both unless the headers say otherwise. */
  Answer send(String method, String path, String json, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!all.contains("Content-Type")) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    if (!all.contains("Idempotency-Key")) {
      all.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
    }
    return service.ask(method, path, json.getBytes(UTF_8), all.toArray(String[]::new));
  }

  /** A slug that nobody else has. */
  static String slug() {
    return "t" + UUID.randomUUID().toString().replace("-", "");
  }

  /** A new tenant's slug. */
  String tenant() {
    String slug = slug();
    post(TENANTS, "{\"slug\":\"%s\",\"name\":\"Acme\"}".formatted(slug)).is(201);
    return slug;
  }

  /** A new model's path. */
  String model(String tenant, String json) {
    return MODELS + "/" + created(tenant, json).get("id").stringValue();
  }

  JsonNode created(String tenant, String json) {
    return post(MODELS, json, "X-Tenant-ID", tenant).is(201).data();
  }

  static String applications(String tenant) {
    return TENANTS + "/" + tenant + "/properties/applications";
  }

  /** Creates an app key; its path. */
  String appKey(String tenant, String application, String key, String data) {
    String path = applications(tenant) + "/" + application;
    post(path, "{\"key\":\"%s\",\"data\":\"%s\"}".formatted(key, data)).is(200);
    return path + "/" + key;
  }

  long storageUsed(String tenant) {
    return get(TENANTS + "/" + tenant).is(200).data().get("storage_used").longValue();
  }

  static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        fail("it has not come to pass within 30 s");
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  static void assertTime(JsonNode time) {
    assertThat(time.stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  }
}
