package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Headers of requests and answers, and the two spellings of a path. */
class HeadersTest extends HttpTest {

  private final String tenant = tenant();

  HeadersTest(Engines engine) {
    super(engine);
  }

  @Test
  void givenRequestId_whenPrintable_thenEchoed() {
    String id = "a ~!\"" + "x".repeat(123);
    for (String path : List.of(TENANTS, MODELS, applications(tenant), "/nothing", "/")) {
      assertThat(get(path, "X-Request-ID", id).header("X-Request-ID")).isEqualTo(id);
    }
    assertThat(get("/nothing", "X-Request-ID", id).problem(404, 1003).get("request_id"))
        .isEqualTo(Answer.json("\"a ~!\\\"" + "x".repeat(123) + "\""));
  }

  @Test
  void givenNoRequestIdOrABadOne_whenAsked_thenOneIsMade() {
    String first = get(TENANTS).header("X-Request-ID");
    assertThat(get(TENANTS).header("X-Request-ID")).isNotEqualTo(first);
    String tooLong = "x".repeat(129);
    assertThat(get(TENANTS, "X-Request-ID", tooLong).is(200).header("X-Request-ID"))
        .isNotEqualTo(tooLong)
        .matches("[!-~]{1,128}");
    Answer foreign = service.printed("GET " + TENANTS, List.of("X-Request-ID: \u00e9"), "");
    assertThat(foreign.is(200).header("X-Request-ID")).matches("[!-~]{1,128}");
  }

  @Test
  void givenPaths_whenWithAndWithoutSlash_thenTheSame() {
    String model = model(tenant, "{\"name\":\"m\"}");
    String key = appKey(tenant, "app", "k", "x");
    String[] header = {"X-Tenant-ID", tenant};
    for (String path : List.of(TENANTS + "/" + tenant, MODELS, model, applications(tenant), key)) {
      Answer without = get(path, header).is(200);
      assertThat(get(path + "/", header).is(200).body()).isEqualTo(without.body());
    }
    post(TENANTS + "/", "{\"name\":\"a\"}").is(201);
    post(MODELS + "/", "{\"name\":\"a\"}", header).is(201);
    patch(model + "/", "{\"name\":\"b\"}", header).is(200);
    put(key + "/", "{\"data\":\"y\"}").is(200);
    delete(model + "/", header).is(200);
    delete(TENANTS + "/" + tenant + "/").is(200);
  }

  @Test
  void givenWrites_whenAnswered_thenEachWithItsPosition() {
    String path = TENANTS + "/" + tenant;
    String[] header = {"X-Tenant-ID", tenant};
    String apps = applications(tenant) + "/app";
    long last = 0;
    for (Answer answer :
        List.of(
            post(TENANTS, "{\"name\":\"a\"}").is(201),
            put(path, "{\"name\":\"b\"}").is(200),
            post(MODELS, "{\"name\":\"a\"}", header).is(201),
            post(apps, "{\"key\":\"k\",\"data\":\"x\"}").is(200),
            put(apps + "/k", "{\"data\":\"y\"}").is(200),
            delete(apps + "/k").is(200),
            delete(path).is(200))) {
      long token = Long.parseLong(answer.header("Consistency-Token"));
      assertThat(token).isGreaterThan(last);
      assertThat(answer.headerOrNull("Consistency")).isNull();
      last = token;
    }
    get(path, "Consistency-Token", Long.toString(last)).problem(404, 2000);
  }

  @Test
  void givenTokenOfTheFuture_whenRead_thenUnavailableForNow() {
    for (String path : List.of(TENANTS, TENANTS + "/" + tenant)) {
      Answer answer = get(path, "Consistency-Token", "999999999999");
      answer.problem(503, 1008);
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1.5", "1 2"})
  void givenMalformedToken_whenRead_thenUnreadable(String token) {
    get(TENANTS, "Consistency-Token", token).problem(400, 1000);
    get(MODELS, "Consistency-Token", token).problem(400, 1000);
  }

  private Answer keyless(String method, String path, String json) {
    return Call.of(method, path, json).in(tenant).to(service);
  }

  @Test
  void givenNoOps_whenWritten_thenVersionAndPositionStay() {
    String path = TENANTS + "/" + tenant;
    JsonNode before = put(path, "{\"description\":\"d\"}").is(200).data();
    String model = model(tenant, "{\"name\":\"m\",\"configuration\":{\"a\":1.0}}");
    String key = appKey(tenant, "app", "k", "x");
    String head =
        post(applications(tenant) + "/app", "{\"key\":\"l\",\"data\":\"\"}")
            .header("Consistency-Token");

    // without a key of idempotency, which would be recorded
    Answer tenantAgain =
        keyless("PUT", path, "{\"description\":\"d\",\"name\":\" Acme \"}").is(200);
    assertThat(tenantAgain.header("ETag")).isEqualTo("\"2\"");
    assertThat(tenantAgain.data().get("updated_at")).isEqualTo(before.get("updated_at"));
    Answer modelAgain =
        keyless("PATCH", model, "{\"name\":\"m\",\"configuration\":{\"a\":1.0}}").is(200);
    assertThat(modelAgain.header("ETag")).isEqualTo("\"1\"");
    Answer keyAgain = keyless("PUT", key, "{\"data\":\"x\"}").is(200);
    assertThat(keyAgain.header("ETag")).isEqualTo("\"1\"");
    Answer gone = delete(applications(tenant) + "/app/never").is(200);

    for (Answer noOp : List.of(tenantAgain, modelAgain, keyAgain, gone)) {
      assertThat(Long.parseLong(noOp.header("Consistency-Token")))
          .isLessThanOrEqualTo(Long.parseLong(head));
    }
    Answer next = keyless("PUT", key, "{\"data\":\"z\"}").is(200);
    assertThat(Long.parseLong(next.header("Consistency-Token")))
        .as("no event in between")
        .isEqualTo(Long.parseLong(head) + 1);
  }
}
