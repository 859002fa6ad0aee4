package io.tenantry.http;

import io.tenantry.engines.Engines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service of one's own, in which nothing happens but what one does, with a few tenants.
 *
 * @param things by the names that tables of requests use
 */
record Premises(Service service, Map<String, String> things) {

  private static final String TENANTS = "/api/v1/tenants";
  private static final String MODELS = "/v1/tenant/models";

  /** {@code tenant} has one of everything, {@code full} no room left, {@code other} nothing. */
  static Premises on(Engines engine) {
    Service service =
        Service.start(
            engine,
            Service.folder(),
            "--server.address=127.0.0.1",
            "--tenantry.operator-key=" + Service.OPERATOR_KEYS);
    Map<String, String> things = new HashMap<>();
    Premises premises = new Premises(service, things);
    things.put("tenant", "acme");
    things.put("other", "other");
    things.put("operator", Service.OPERATOR);
    things.put("apps", TENANTS + "/acme/properties/applications");
    things.put("keys", TENANTS + "/acme/api-keys");
    things.put("full", TENANTS + "/full/properties/applications");
    String head = "Host: localhost\r\nConnection: close\r\nX-API-Key: " + Service.OPERATOR + "\r\n";
    things.put("head", head);
    things.put("json", head + "Content-Type: application/json\r\n");
    premises.furnish();
    return premises;
  }

  private void furnish() {
    things.put(
        "id", created(TENANTS, "{\"slug\":\"acme\",\"name\":\"Acme\"}").get("id").asString());
    created(TENANTS, "{\"slug\":\"other\",\"name\":\"Other\"}");
    created(TENANTS, "{\"slug\":\"full\",\"name\":\"Full\",\"storage_quota\":1000}");
    for (String role : List.of("viewer", "contributor", "admin")) {
      JsonNode key =
          created(TENANTS + "/acme/api-keys", "{\"name\":\"k\",\"role\":\"" + role + "\"}");
      things.put(role, key.get("token").stringValue());
      things.put("key", key.get("id").asString());
    }
    JsonNode inactive = created(TENANTS, "{\"slug\":\"inactive\",\"name\":\"Inactive\"}");
    things.put("inactive", inactive.get("api_key").stringValue());
    service.operator("PUT", TENANTS + "/inactive", "{\"status\":\"inactive\"}").is(200);
    for (String apps : List.of("apps", "full")) {
      String key = "{\"key\":\"k\",\"data\":\"d\"}";
      service.operator("POST", things.get(apps) + "/app", key).is(200);
    }
    Call model =
        Call.of("POST", MODELS, "{\"name\":\"M\"}").as(Service.OPERATOR).in("acme").under("m");
    things.put("model", model.to(service).is(201).data().get("id").stringValue());
  }

  private JsonNode created(String path, String json) {
    return service.operator("POST", path, json).is(201).data();
  }

  /** What can be read of all that there is, but for when keys were used. */
  List<JsonNode> everything() {
    List<JsonNode> all = new ArrayList<>();
    all.add(read(TENANTS));
    for (String tenant : List.of("acme", "other", "full", "inactive")) {
      String path = TENANTS + "/" + tenant;
      JsonNode keys = read(path + "/api-keys");
      keys.get("data").forEach(key -> ((ObjectNode) key).remove("last_used_at"));
      all.addAll(List.of(keys, read(path + "/properties/applications")));
      all.add(Call.of("GET", MODELS).as(Service.OPERATOR).in(tenant).to(service).is(200).json());
    }
    all.add(read(things.get("apps") + "/app/k"));
    return all;
  }

  private JsonNode read(String path) {
    return service.operator("GET", path, "").is(200).json();
  }
}
