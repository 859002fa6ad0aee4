package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * Every kind of write on every surface within one tenant, each under a key of its own, and each of
 * them sent again whenever it is asked for.
 */
final class Life {

  private static final String MODELS = "/v1/tenant/models";

  private static final String CI =
      """
      {"name":"ci","role":"contributor","expires_at_unix":4102444800,
       "knowledge_base_ids":["b"],"capabilities":["chat"]}""";

  private final Map<Call, Answer> written = new LinkedHashMap<>();
  private final String slug;
  private final String tenant;
  private final String app;
  private Service service;
  private String credential;
  private String model = "";
  private String apiKey = "";
  private String firstKey = "";
  private String secret = "";

  Life(Service service, String credential, String slug) {
    this.service = service;
    this.credential = credential;
    this.slug = slug;
    this.tenant = "/api/v1/tenants/" + slug;
    this.app = tenant + "/properties/applications/app";
  }

  void goesOnIn(Service next) {
    service = next;
  }

  void isLedWith(String otherCredential) {
    credential = otherCredential;
  }

  /** Done once, and answered alike when it comes a second time. */
  Answer write(Call call) {
    Call keyed = call.under(Call.newKey());
    Answer first = keyed.as(credential).to(service).ranFirst();
    keyed.as(credential).to(service).repeats(first);
    written.put(keyed, first);
    return first;
  }

  private Answer write(String method, String path, String body) {
    return write(Call.of(method, path, body));
  }

  private Answer writeModel(String method, String path, String body) {
    return write(Call.of(method, path, body).in(slug));
  }

  void registers() {
    String body = "{\"slug\":\"%s\",\"name\":\"Acme\",\"storage_quota\":100000}".formatted(slug);
    JsonNode shown = write("POST", "/api/v1/tenants", body).data();
    firstKey = tenant + "/api-keys/" + Keys.id(shown.get("api_key").stringValue());
  }

  void creates() {
    String full =
        """
        {"name":"m","description":"\\"d\\u00e9\\\\","schema":{"type":"object"},
         "configuration":{"z":1.0,"a":[1e2,-0.0,1E400,null],"\u20ac":"\\ud83d\\ude00<&"}}""";
    model = writeModel("POST", MODELS, full).header("Location");
    writeModel("POST", MODELS, "{\"name\":\"stays\"}");
    write("POST", app, "{\"key\":\"k\",\"data\":\"x\"}");
    write("PUT", app + "/l", "{\"data\":\"y\",\"auto_create\":true}");
    JsonNode key = write("POST", tenant + "/api-keys", CI).data();
    apiKey = tenant + "/api-keys/" + key.get("id").asString();
    secret = key.get("api_key").stringValue();
  }

  void changes() {
    write(Call.of("PUT", tenant, "{\"name\":\"B\",\"business\":\"b\"}").with("If-Match", "\"1\""));
    write("PUT", tenant, "{}");
    write(
        "PUT",
        tenant,
        "{\"retriever_engines\":{\"engines\":["
            + "{\"retriever_type\":\"vector\",\"retriever_engine_type\":\"milvus\"}]}}");
    write(
        Call.of("PATCH", model, "{\"name\":\"n\",\"configuration\":{\"a\":null}}")
            .with("If-Match", "\"1\"")
            .in(slug));
    // neither test would hold a second time
    write(
        Call.of(
                "PATCH",
                model,
                "[{\"op\":\"test\",\"path\":\"/name\",\"value\":\"n\"},"
                    + "{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"o\"}]")
            .with("Content-Type", "application/json-patch+json")
            .in(slug));
    writeModel("PATCH", model, "{}");
    write(Call.of("PUT", app + "/k", "{\"data\":\"longer\"}").with("If-Match", "\"1\""));
    write("PUT", app + "/k", "{\"data\":\"longer\"}");
    write("PUT", tenant, "{\"description\":\"d\"}");
    write("PUT", apiKey, "{\"name\":\"ci2\",\"role\":\"viewer\"}");
    Call.of("GET", "/api/v1/me").as(secret).to(service).is(200);
    write("PUT", apiKey, "{}");
    write("POST", apiKey + "/rotate", "{\"grace_seconds\":60}");
    write("POST", apiKey + "/rotate", "");
  }

  void deletes() {
    write(Call.of("DELETE", app + "/k").with("If-Match", "\"2\""));
    write("DELETE", app + "/k", "");
    write("DELETE", app + "/never", "");
    write(Call.of("DELETE", model).with("If-Match", "*").in(slug));
    write("DELETE", apiKey, "");
    if (!firstKey.isEmpty()) {
      // answers of the tenant have shown its mask
      write("DELETE", firstKey, "");
    }
  }

  void createsAgain() {
    write("POST", app, "{\"key\":\"k\",\"data\":\"z\"}");
    write("PUT", app + "/k", "{\"data\":\"zz\"}");
  }

  void isClosedAndOpened() {
    write("PUT", tenant, "{\"status\":\"inactive\"}");
    write("PUT", tenant, "{\"status\":\"active\"}");
  }

  void ends() {
    write("DELETE", tenant, "");
  }

  /** Each write so far is answered as it was, and nothing happens. */
  void repeats() {
    repeats((first, again) -> again.repeats(first));
  }

  void repeats(BiConsumer<Answer, Answer> compared) {
    Happened happened = Happened.fromNowOn(service);
    List<String> requests = new ArrayList<>();
    written.forEach(
        (call, first) -> {
          Answer again = call.as(credential).to(service);
          compared.accept(first, again);
          requests.add(again.header("X-Request-ID"));
        });
    assertThat(requests).hasSizeGreaterThan(4);
    assertThat(happened.by(requests)).isEmpty();
  }
}
