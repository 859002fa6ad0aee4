package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One model: its configuration to the digit, its patches, its schema, its key of idempotency. */
class ModelsTest extends HttpTest {

  private static final String MERGE = "application/merge-patch+json";
  private static final String JSON_PATCH = "application/json-patch+json";

  private final String tenant = tenant();
  private final String[] header = {"X-Tenant-ID", tenant};

  ModelsTest(Engines engine) {
    super(engine);
  }

  private Answer jsonPatch(String path, String operations) {
    return patch(path, operations, "X-Tenant-ID", tenant, "Content-Type", JSON_PATCH);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0,1.0",
    "1.000,1.000",
    "0.10,0.10",
    "-0.0,-?0.0",
    "123456789012345678901234567890,123456789012345678901234567890",
    "-9223372036854775809,-9223372036854775809",
    "0.1234567890123456789012345678901234567890,0.1234567890123456789012345678901234567890",
    "1e400,1[eE]\\+?400",
    "1E-400,1[eE]-400",
    "1.50e10,1\\.50[eE]\\+?10",
    "1e9999,1[eE]\\+?9999",
  })
  void givenNumber_whenThroughEveryCall_thenWithEveryDigit(String sent, String expected) {
    String found = "(?s).*\"configuration\":\\{\"n\":\\[" + expected + "]}.*";
    String configuration = "{\"n\":[" + sent + "]}";
    Answer created =
        post(MODELS, "{\"name\":\"m\",\"configuration\":" + configuration + "}", header).is(201);
    assertThat(created.body()).matches(found);
    String path = created.header("Location");
    assertThat(get(path, header).is(200).body()).matches(found);
    assertThat(get(MODELS, header).is(200).body()).matches(found);
    assertThat(patch(path, "{\"name\":\"n\"}", header).is(200).body()).matches(found);
    String other = model(tenant, "{\"name\":\"m\"}");
    patch(other, "{\"configuration\":" + configuration + "}", header).is(200);
    assertThat(get(other, header).is(200).body()).matches(found);
    jsonPatch(
            other,
            "[{\"op\":\"copy\",\"from\":\"/configuration/n\",\"path\":\"/configuration/o\"}]")
        .is(200);
    assertThat(get(other, header).is(200).body())
        .containsPattern("\"o\":\\[" + expected + "]")
        .containsPattern("\"n\":\\[" + expected + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e10000", "1e-10000", "01", "+1", "1.", ".5", "0x1", "Infinity"})
  void givenNumberOutOfBounds_whenSent_thenRefused(String number) {
    Answer answer =
        post(MODELS, "{\"name\":\"m\",\"configuration\":{\"n\":" + number + "}}", header);
    assertThat(answer.status()).isEqualTo(400);
    answer.problem(400, number.startsWith("1e") ? 1010 : 1000);
  }

  @Test
  void givenConfiguration_whenStored_thenMembersKeepOrderAndText() {
    String configuration =
        "{\"z\":1,\"a\":{\"\":null,\"\u00fc\":[true,false,null,\"\\\"\\\\\\n\ud83d\ude00\"]},\"$ref\":\"x.y\",\"a.b\":{}}";
    String path = model(tenant, "{\"name\":\"m\",\"configuration\":" + configuration + "}");
    assertThat(get(path, header).is(200).body()).contains("\"configuration\":" + configuration);
  }

  @Test
  void givenLimits_whenReached_thenStoredAndOneMoreIsNot() {
    String body = "{\"name\":\"m\",\"configuration\":%s}";
    String fits = "{\"a\":\"" + "x".repeat((1 << 20) - 8) + "\"}";
    post(MODELS, body.formatted(fits), header).is(201);
    post(MODELS, body.formatted(fits.replace("\"a\"", "\"ab\"")), header).invalid("configuration");
    String deep = "{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}";
    post(MODELS, body.formatted(deep), header).is(201);
    post(MODELS, body.formatted("{\"a\":[" + deep + "]}"), header).invalid("configuration");
    String c = "\ud83d\ude00";
    post(MODELS, "{\"name\":\"" + c.repeat(128) + "\"}", header).is(201);
    post(MODELS, "{\"name\":\"" + c.repeat(129) + "\"}", header).invalid("name");
    post(MODELS, "{\"name\":\"m\",\"description\":\"" + c.repeat(1024) + "\"}", header).is(201);
    post(MODELS, "{\"name\":\"m\",\"description\":\"" + c.repeat(1025) + "\"}", header)
        .invalid("description");
  }

  @ParameterizedTest
  @ValueSource(strings = {MERGE, "application/json", "Application/Merge-Patch+JSON; charset=UTF-8"})
  void givenMergePatch_whenApplied_thenAsRfc7396Says(String mediaType) {
    String path =
        model(
            tenant,
            "{\"name\":\"m\",\"description\":\"d\",\"configuration\":{\"a\":{\"b\":1,\"c\":2},\"l\":[1]}}");
    JsonNode changed =
        patch(
                path,
                "{\"description\":null,\"configuration\":{\"a\":{\"b\":null,\"d\":{\"e\":null}},\"l\":[null]}}",
                "X-Tenant-ID",
                tenant,
                "Content-Type",
                mediaType)
            .is(200)
            .data();
    assertThat(changed.get("description").stringValue()).isEmpty();
    assertThat(changed.get("configuration"))
        .isEqualTo(Answer.json("{\"a\":{\"c\":2,\"d\":{}},\"l\":[null]}"));
    assertThat(patch(path, "{\"configuration\":null}", header).is(200).data().get("configuration"))
        .isEqualTo(Answer.json("{}"));
    patch(path, "{\"name\":null}", header).invalid("name");
    patch(path, "{\"configuration\":[]}", header).invalid("configuration");
    patch(path, "[]", header).problem(400, 1010);
    patch(path, "{}", "X-Tenant-ID", tenant, "Content-Type", "text/plain").problem(415, 1015);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "tenant_id", "version", "created_at", "updated_at", "other"})
  void givenMemberOfTheServer_whenPatched_thenInvalid(String member) {
    String path = model(tenant, "{\"name\":\"m\"}");
    patch(path, "{\"" + member + "\":1}", header).invalid(member);
    jsonPatch(path, "[{\"op\":\"add\",\"path\":\"/" + member + "\",\"value\":1}]")
        .problem(400, 1010);
    assertThat(get(path, header).header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void givenJsonPatch_whenApplied_thenAsRfc6902Says() {
    String path =
        model(tenant, "{\"name\":\"m\",\"configuration\":{\"a\":[1,3],\"b\":{\"c\":1.0}}}");
    JsonNode changed =
        jsonPatch(
                path,
                """
                [{"op":"test","path":"/name","value":"m"},
                 {"op":"add","path":"/configuration/a/1","value":2},
                 {"op":"add","path":"/configuration/a/-","value":4},
                 {"op":"move","from":"/configuration/b/c","path":"/configuration/d"},
                 {"op":"remove","path":"/configuration/b"},
                 {"op":"replace","path":"/description","value":"d"}]""")
            .is(200)
            .data();
    assertThat(changed.get("configuration")).isEqualTo(Answer.json("{\"a\":[1,2,3,4],\"d\":1.0}"));
    assertThat(changed.get("description").stringValue()).isEqualTo("d");

    jsonPatch(path, "[{\"op\":\"test\",\"path\":\"/name\",\"value\":\"x\"}]").problem(409, 1005);
    for (String operation :
        List.of(
            "{\"op\":\"remove\",\"path\":\"/configuration/x\"}",
            "{\"op\":\"add\",\"path\":\"/configuration/a/9\",\"value\":1}",
            "{\"op\":\"frob\",\"path\":\"/name\"}",
            "{\"op\":\"add\",\"path\":\"/name\"}",
            "{\"path\":\"/name\"}",
            "1")) {
      // the one before it is not applied either
      jsonPatch(path, "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"y\"}," + operation + "]")
          .problem(400, 1010);
    }
    assertThat(get(path, header).data()).isEqualTo(changed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'op':'test','path':'/schema','value':null}",
        "{'op':'replace','path':'/schema','value':null}",
        "{'op':'remove','path':'/schema'}",
        "{'op':'copy','from':'/schema','path':'/schema'}",
        "{'op':'test','path':'/version','value':1,'from':7,'more':[]}",
        "{'op':'remove','path':'/description','value':{},'from':'nowhere'}",
        "{'op':'replace','path':'/configuration','value':{'b':{'d':1.0,'c':2},'a':1}}"
      })
  void givenModelAsShown_whenPatchedToWhatItIs_thenNothingChanges(String operation) {
    String path =
        model(tenant, "{\"name\":\"m\",\"configuration\":{\"a\":1,\"b\":{\"c\":2,\"d\":1.0}}}");
    Answer shown = get(path, header);
    String[] times = {"created_at", "updated_at", "id"};
    StringBuilder operations = new StringBuilder("[");
    for (String time : times) {
      operations
          .append("{\"op\":\"test\",\"path\":\"/" + time + "\",\"value\":")
          .append(shown.data().get(time))
          .append("},");
    }
    operations.append("{\"op\":\"test\",\"path\":\"\",\"value\":" + shown.data() + "},");
    String asked = operation.replace('\'', '"');
    Answer patched = jsonPatch(path, operations + asked + "]").is(200);
    assertThat(patched.data()).isEqualTo(shown.data());
    assertThat(patched.header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void givenModel_whenItsIdIsInUpperCase_thenItIsThatModel() {
    String path = model(tenant, "{\"name\":\"m\"}");
    String upper = MODELS + path.substring(MODELS.length()).toUpperCase(Locale.ROOT);
    assertThat(get(upper, header).is(200).data()).isEqualTo(get(path, header).data());
    JsonNode changed = patch(upper, "{\"name\":\"n\"}", header).is(200).data();
    assertThat(MODELS + "/" + changed.get("id").stringValue()).isEqualTo(path);
    assertThat(get(path, header).data()).isEqualTo(changed);
    assertThat(delete(upper, header).is(200).data().get("id")).isEqualTo(changed.get("id"));
    get(path, header).problem(404, 1003);
  }

  @Test
  void givenSchema_whenConfigurationBreaksIt_thenInvalid() {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\",\"minimum\":3}}}";
    String body = "{\"name\":\"m\",\"schema\":%s,\"configuration\":{\"n\":%s}}";
    post(MODELS, body.formatted(schema, 2), header).problem(400, 1010);
    JsonNode created = post(MODELS, body.formatted(schema, 3), header).is(201).data();
    assertThat(created.get("schema")).isEqualTo(Answer.json(schema));
    String path = MODELS + "/" + created.get("id").stringValue();
    patch(path, "{\"configuration\":{\"n\":1}}", header).problem(400, 1010);
    patch(path, "{\"schema\":{\"properties\":{\"n\":{\"minimum\":5}}}}", header).problem(400, 1010);
    assertThat(get(path, header).data()).isEqualTo(created);
    assertThat(
            patch(path, "{\"schema\":null,\"configuration\":{\"n\":1}}", header)
                .is(200)
                .data()
                .get("schema")
                .isNull())
        .isTrue();
    post(MODELS, body.formatted("{\"type\":\"nothing\"}", 1), header).problem(400, 1010);
    post(MODELS, body.formatted("{\"$ref\":\"http://example.com/s\"}", 1), header)
        .problem(400, 1010);
  }

  @Test
  void givenNoIdempotencyKey_whenCreated_thenUnreadable() {
    byte[] body = "{\"name\":\"m\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    service
        .ask("POST", MODELS, body, "Content-Type", "application/json", "X-Tenant-ID", tenant)
        .problem(400, 1000);
    assertThat(get(MODELS, header).json().get("data").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"k", "a, b;c='d'", "\"quoted \\\" \\\\ string\"", "a\"b", "~"})
  void givenIdempotencyKey_whenWellFormed_thenTaken(String key) {
    post(
            MODELS,
            "{\"name\":\"m\"}",
            "Idempotency-Key",
            key + UUID.randomUUID(),
            "X-Tenant-ID",
            tenant)
        .is(key.startsWith("\"") ? 400 : 201);
    post(MODELS, "{\"name\":\"m\"}", "Idempotency-Key", key, "X-Tenant-ID", tenant).is(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open", "\"a\\b\"", "\"\"", "\"a\";p=1", "\"a\", \"b\"", " "})
  void givenIdempotencyKey_whenMalformed_thenUnreadableOnEveryWrite(String key) {
    String[] with = {"Idempotency-Key", key, "X-Tenant-ID", tenant};
    post(MODELS, "{\"name\":\"m\"}", with).problem(400, 1000);
    put(TENANTS + "/" + tenant, "{\"name\":\"x\"}", with).problem(400, 1000);
    delete(TENANTS + "/" + tenant, with).problem(400, 1000);
    put(applications(tenant) + "/a/k", "{\"data\":\"x\",\"auto_create\":true}", with)
        .problem(400, 1000);
    get(MODELS, with).is(200);
  }

  @Test
  void givenIdempotencyKey_whenTooLongOrSentTwice_thenUnreadable() {
    String longest = "k".repeat(255);
    String[] with = {"Idempotency-Key", longest, "X-Tenant-ID", tenant};
    post(MODELS, "{\"name\":\"m\"}", with).is(201);
    post(MODELS, "{\"name\":\"m\"}", "Idempotency-Key", longest + "k").problem(400, 1000);
    post(MODELS, "{\"name\":\"m\"}", "Idempotency-Key", "a", "Idempotency-Key", "b")
        .problem(400, 1000);
    service
        .printed(
            "POST " + MODELS,
            List.of("Content-Type: application/json", "Idempotency-Key: \u00e9"),
            "{\"name\":\"m\"}")
        .problem(400, 1000);
  }

  @Test
  void givenModelOfAnotherTenant_whenAsked_thenAsIfItWereNot() {
    String path = model(tenant, "{\"name\":\"m\"}");
    String other = tenant();
    JsonNode foreign = get(path, "X-Tenant-ID", other).problem(404, 1003);
    JsonNode missing =
        get(MODELS + "/" + UUID.randomUUID(), "X-Tenant-ID", other).problem(404, 1003);
    assertThat(foreign.get("detail")).isEqualTo(missing.get("detail"));
    patch(path, "{\"name\":\"n\"}", "X-Tenant-ID", other).problem(404, 1003);
    delete(path, "X-Tenant-ID", other).problem(404, 1003);
    get(path, header).is(200);
  }
}
