package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenantry.engines.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A test on the service that lets nobody in without a credential, once on each read store. */
@ParameterizedClass
@EnumSource(Engines.class)
abstract class GuardedTest {

  static final String TENANTS = "/api/v1/tenants";
  static final String MODELS = "/v1/tenant/models";

  final Service service;

  GuardedTest(Engines engine) {
    this.service = Service.guardedOn(engine);
  }

  /**
   * @param json empty for no body
   */
  Answer ask(String credential, String method, String path, String json, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("X-API-Key", credential));
    if (!json.isEmpty()) {
      all.addAll(List.of("Content-Type", "application/json"));
      all.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
    }
    return service.ask(method, path, json.getBytes(UTF_8), all.toArray(String[]::new));
  }

  Answer operator(String method, String path, String json, String... headers) {
    return ask(Service.OPERATOR, method, path, json, headers);
  }

  /** A new tenant as it was shown, with the secret of its first key. */
  JsonNode tenant() {
    String slug = "t" + UUID.randomUUID().toString().replace("-", "");
    String body = "{\"slug\":\"%s\",\"name\":\"Acme\"}".formatted(slug);
    return operator("POST", TENANTS, body).is(201).data();
  }

  static String id(JsonNode resource) {
    return resource.get("id").asString();
  }

  static String secret(JsonNode resource) {
    return resource.get("api_key").stringValue();
  }

  static String secretOf(Answer answer) {
    return secret(answer.data());
  }

  static String keysOf(JsonNode tenant) {
    return TENANTS + "/" + id(tenant) + "/api-keys";
  }

  /** A new key as it was shown. */
  JsonNode key(JsonNode tenant, String json) {
    return operator("POST", keysOf(tenant), json).is(201).data();
  }
}
