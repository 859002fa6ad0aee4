package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every refusal leaves the key free: the corrected request runs under it, or the same, later. */
class RefusedAttemptsTest extends GuardedTest {

  private static final String JSON_PATCH = "application/json-patch+json";
  private static final String NO_MODEL = MODELS + "/01900000-0000-7000-8000-000000000000";

  private final JsonNode tenant = tenant();
  private final String path = TENANTS + "/" + id(tenant);
  private final String app = path + "/properties/applications/app";

  RefusedAttemptsTest(Engines engine) {
    super(engine);
  }

  private Call call(String method, String target, String body) {
    return Call.of(method, target, body).as(Service.OPERATOR).in(id(tenant));
  }

  private static Call global(String method, String target, String body) {
    return Call.of(method, target, body).as(Service.OPERATOR);
  }

  private String model(String body) {
    return call("POST", MODELS, body).under(Call.newKey()).to(service).is(201).header("Location");
  }

  private void corrected(Call refused, int status, int code, Call better) {
    later(refused, status, code, () -> {}, better);
  }

  /** The very same request, when what was against it has changed. */
  private void again(Call refused, int status, int code, Runnable meanwhile) {
    later(refused, status, code, meanwhile, refused);
  }

  private void later(Call refused, int status, int code, Runnable meanwhile, Call then) {
    String key = Call.newKey();
    Answer refusal = refused.under(key).to(service);
    refusal.problem(status, code);
    assertThat(refusal.headerOrNull("Idempotent-Replayed")).isNull();
    refused.under(key).to(service).problem(status, code);
    refused.under(key).lookUp().to(service).problem(404, 1003);
    meanwhile.run();
    Answer ran = then.under(key).to(service).ranFirst();
    then.under(key).to(service).repeats(ran);
  }

  @Test
  void givenRefusedTenant_whenCorrected_thenItRuns() {
    Call create = global("POST", TENANTS, "{\"name\":\"a\"}");
    corrected(create.saying("{"), 400, 1000, create);
    corrected(create.saying(""), 400, 1000, create);
    corrected(create.with("Content-Type", "text/plain"), 415, 1015, create);
    corrected(create.with("Accept", "text/plain"), 406, 1014, create);
    corrected(create.at(TENANTS + "?x=1"), 400, 1000, create);
    corrected(create.saying("{\"name\":\"\"}"), 400, 1010, create);
    corrected(create.saying("{\"name\":\"a\",\"nmae\":1}"), 400, 1010, create);
    String large = "{\"name\":\"" + "x".repeat(1_200_000) + "\"}";
    corrected(create.saying(large), 413, 1013, create);
    String taken = "{\"name\":\"a\",\"slug\":\"%s\"}".formatted(tenant.get("slug").stringValue());
    corrected(create.saying(taken), 409, 2001, create);
    Call change = global("PUT", path, "{\"name\":\"b\"}").with("If-Match", "\"1\"");
    corrected(change.with("If-Match", "1"), 400, 1000, change.with("If-Match", "*"));
    corrected(change.saying("{\"status\":\"x\"}"), 400, 1010, change.with("If-Match", "*"));
    corrected(
        change.with("If-Match", "\"7\"").saying("{\"name\":\"c\"}"),
        412,
        1011,
        change.with("If-Match", "\"2\"").saying("{\"name\":\"c\"}"));
    corrected(change.in("default"), 400, 1000, change.without("If-Match"));
    corrected(
        global("DELETE", path, "").with("If-Match", "\"7\""),
        412,
        1011,
        change.with("If-Match", "*"));
  }

  @Test
  void givenSlugThatLeadsNowhere_whenItLeadsSomewhere_thenTheSameRequestRuns() {
    for (Call refused :
        new Call[] {
          global("PUT", "", "{\"name\":\"b\"}"),
          global("POST", "/api-keys", "{\"name\":\"b\"}"),
          global("POST", "/properties/applications/app", "{\"key\":\"k\",\"data\":\"x\"}"),
          global("DELETE", "", "")
        }) {
      String slug = "t" + UUID.randomUUID().toString().replace("-", "");
      Call found = refused.at(TENANTS + "/" + slug + refused.path());
      again(found, 404, 2000, () -> register(slug));
    }
    String slug = "t" + UUID.randomUUID().toString().replace("-", "");
    again(call("POST", MODELS, "{\"name\":\"m\"}").in(slug), 404, 2000, () -> register(slug));
  }

  private void register(String slug) {
    String body = "{\"name\":\"a\",\"slug\":\"%s\"}".formatted(slug);
    operator("POST", TENANTS, body).is(201);
  }

  @Test
  void givenRefusedModel_whenCorrected_thenItRuns() {
    Call create = call("POST", MODELS, "{\"name\":\"m\"}");
    corrected(create.saying("{\"name\":1}"), 400, 1010, create);
    corrected(
        create.saying("{\"name\":\"m\",\"schema\":{\"required\":[\"a\"]}}"), 400, 1010, create);
    corrected(create.without("X-Tenant-ID"), 400, 1000, create);
    String model = model("{\"name\":\"m\"}");
    Call change = call("PATCH", model, "{\"name\":\"n\"}");
    corrected(change.at(NO_MODEL), 404, 1003, change);
    corrected(change.with("If-Match", "\"7\""), 412, 1011, change.with("If-Match", "\"2\""));
    corrected(change.saying("{\"id\":\"x\"}"), 400, 1010, change);
    corrected(change.saying("[]").with("Content-Type", "text/plain"), 415, 1015, change);
    String test = "[{\"op\":\"test\",\"path\":\"/name\",\"value\":\"%s\"}]";
    Call patch = change.with("Content-Type", JSON_PATCH);
    corrected(patch.saying(test.formatted("x")), 409, 1005, patch.saying(test.formatted("n")));
    corrected(
        patch.saying("[{\"op\":\"remove\",\"path\":\"/configuration/x\"}]"),
        400,
        1010,
        patch.saying("[]"));
    Call delete = call("DELETE", model, "");
    corrected(delete.at(NO_MODEL), 404, 1003, change);
    corrected(delete.with("If-Match", "\"7\""), 412, 1011, delete);
  }

  @Test
  void givenFailedTestOfAPatch_whenItHolds_thenTheSameRequestRuns() {
    String model = model("{\"name\":\"m\"}");
    Call patch =
        call("PATCH", model, "[{\"op\":\"test\",\"path\":\"/name\",\"value\":\"n\"}]")
            .with("Content-Type", JSON_PATCH);
    Call rename = call("PATCH", model, "{\"name\":\"n\"}");
    again(patch, 409, 1005, () -> rename.to(service).is(200));
  }

  @Test
  void givenRefusedAppKey_whenCorrectedOrPossible_thenItRuns() {
    Call create = call("POST", app, "{\"key\":\"k\",\"data\":\"x\"}");
    corrected(create.saying("{\"data\":\"x\"}"), 400, 1010, create);
    corrected(create.saying("{"), 400, 1000, create.saying("{\"key\":\"l\",\"data\":\"x\"}"));
    // ALREADY_EXISTS of the document
    Runnable remove = () -> call("DELETE", app + "/k", "").to(service).is(200);
    again(create, 400, 1005, remove);
    Call put = call("PUT", app + "/m", "{\"data\":\"y\"}");
    Runnable make = () -> call("POST", app, "{\"key\":\"m\",\"data\":\"x\"}").to(service).is(200);
    again(put, 404, 1003, make);
    corrected(put.saying("{}"), 400, 1010, put);
    corrected(put.with("If-Match", "\"7\""), 412, 1011, put.with("If-Match", "\"2\""));
    Call delete = call("DELETE", app + "/m", "");
    corrected(delete.with("If-Match", "\"7\""), 412, 1011, delete.with("If-Match", "\"2\""));
    again(delete.with("If-Match", "*"), 404, 1003, make);
  }

  @Test
  void givenRefusedApiKey_whenCorrected_thenItRuns() {
    Call create = global("POST", keysOf(tenant), "{\"name\":\"k\"}");
    corrected(create.saying("{}"), 400, 1010, create);
    corrected(create.saying("{\"name\":\"k\",\"role\":\"root\"}"), 400, 1010, create);
    corrected(create.saying("{\"name\":\"k\",\"expires_at_unix\":1}"), 400, 1010, create);
    String key = keysOf(tenant) + "/" + id(key(tenant, "{\"name\":\"k\"}"));
    String unknown = keysOf(tenant) + "/1";
    Call change = global("PUT", key, "{\"name\":\"l\"}");
    corrected(change.at(unknown), 404, 1003, change);
    corrected(change.with("If-Match", "\"7\""), 412, 1011, change.with("If-Match", "\"2\""));
    Call rotate = global("POST", key + "/rotate", "{}");
    corrected(rotate.saying("{\"grace_seconds\":-1}"), 400, 1010, rotate);
    corrected(rotate.at(unknown + "/rotate"), 404, 1003, rotate);
    Call revoke = global("DELETE", key, "");
    corrected(revoke.at(unknown), 404, 1003, create);
    corrected(revoke.with("If-Match", "\"9\""), 412, 1011, revoke);
  }

  @Test
  void givenWhatItsSenderMayNot_whenCorrectedOrAllowed_thenItRuns() {
    JsonNode mine = key(tenant, "{\"name\":\"k\",\"role\":\"admin\"}");
    Call change = Call.of("PUT", path, "{\"name\":\"b\"}").as(secret(mine));
    corrected(change.saying("{\"status\":\"inactive\"}"), 403, 1002, change);
    corrected(change.saying("{\"storage_quota\":1}"), 403, 1002, change);
    corrected(change.by("DELETE").saying(""), 403, 1002, change);
    corrected(change.at(TENANTS + "/" + id(tenant())), 404, 2000, change);
    String role = keysOf(tenant) + "/" + id(mine);
    operator("PUT", role, "{\"role\":\"viewer\"}").is(200);
    Runnable raise = () -> operator("PUT", role, "{\"role\":\"contributor\"}").is(200);
    again(Call.of("POST", MODELS, "{\"name\":\"m\"}").as(secret(mine)), 403, 1002, raise);
  }
}
