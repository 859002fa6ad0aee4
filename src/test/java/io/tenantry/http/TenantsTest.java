package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The life of one tenant. */
class TenantsTest extends HttpTest {

  private static final String PAIR =
      "{\"retriever_type\":\"vector\",\"retriever_engine_type\":\"milvus\"}";

  TenantsTest(Engines engine) {
    super(engine);
  }

  @Test
  void givenIds_whenCreatedInTurn_thenIncreasing() {
    long first = post(TENANTS, "{\"name\":\"a\"}").is(201).data().get("id").longValue();
    long second = post(TENANTS, "{\"name\":\"a\"}").is(201).data().get("id").longValue();
    assertThat(second).isGreaterThan(first);
  }

  @Test
  void givenTenant_whenReadByIdOrSlug_thenTheSame() {
    String slug = tenant();
    JsonNode tenant = get(TENANTS + "/" + slug).is(200).data();
    assertThat(tenant.get("slug").stringValue()).isEqualTo(slug);
    assertThat(get(TENANTS + "/" + tenant.get("id").asString()).is(200).data()).isEqualTo(tenant);
  }

  @Test
  void givenTakenSlug_whenCreatedAgain_thenTenantExists() {
    String slug = tenant();
    post(TENANTS, "{\"slug\":\"" + slug + "\",\"name\":\"b\"}").problem(409, 2001);
    post(TENANTS, "{\"slug\":\"default\",\"name\":\"b\"}").problem(409, 2001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "search", "kv", "1a", "-a", "A", "a_b", "a b", "a.b", "\u00e9"})
  void givenSlugAgainstTheRules_whenCreated_thenInvalid(String slug) {
    post(TENANTS, "{\"name\":\"a\",\"slug\":\"" + slug + "\"}").invalid("slug");
  }

  @Test
  void givenSlug_whenOf63Characters_thenTakenButNotOneMore() {
    String slug = (slug() + "x".repeat(63)).substring(0, 63);
    post(TENANTS, "{\"name\":\"a\",\"slug\":\"" + slug + "x\"}").invalid("slug");
    post(TENANTS, "{\"name\":\"a\",\"slug\":\"" + slug + "\"}").is(201);
    get(TENANTS + "/" + slug).is(200);
  }

  @Test
  void givenTexts_whenAtTheirLimits_thenStoredAndOneMoreIsNot() {
    // characters, not UTF-16 units
    String c = "\ud83d\ude00";
    JsonNode tenant =
        post(
                TENANTS,
                "{\"name\":\" %s \",\"description\":\"%s\",\"business\":\"%s\"}"
                    .formatted(c.repeat(128), c.repeat(512), c.repeat(128)))
            .is(201)
            .data();
    assertThat(tenant.get("name").stringValue()).as("trimmed").isEqualTo(c.repeat(128));
    assertThat(tenant.get("description").stringValue()).isEqualTo(c.repeat(512));
    post(TENANTS, "{\"name\":\"" + c.repeat(129) + "\"}").invalid("name");
    post(TENANTS, "{\"name\":\"a\",\"description\":\"" + c.repeat(513) + "\"}")
        .invalid("description");
    post(TENANTS, "{\"name\":\"a\",\"business\":\"" + c.repeat(129) + "\"}").invalid("business");
    for (String name : List.of("\"\"", "\"  \"", "null", "\"\u2003\"")) {
      post(TENANTS, "{\"name\":" + name + "}").invalid("name");
    }
    post(TENANTS, "{}").invalid("name");
  }

  @Test
  void givenEngines_whenAgainstTheRules_thenInvalid() {
    String engines = "{\"name\":\"a\",\"retriever_engines\":{\"engines\":[%s]}}";
    post(TENANTS, engines.formatted(PAIR + "," + PAIR)).invalid("retriever_engines.engines[1]");
    post(TENANTS, engines.formatted("{\"retriever_type\":\"vector\"}"))
        .invalid("retriever_engines.engines[0].retriever_engine_type");
    post(TENANTS, engines.formatted("null")).invalid("retriever_engines.engines[0]");
    post(TENANTS, engines.formatted((PAIR + ",").repeat(32) + PAIR))
        .invalid("retriever_engines.engines");
  }

  @Test
  void givenWhatIsTheServers_whenSent_thenIgnored() {
    JsonNode tenant =
        post(
                TENANTS,
                "{\"name\":\"a\",\"id\":7,\"api_key\":\"x\",\"status\":\"inactive\","
                    + "\"storage_used\":9,\"created_at\":\"2001-01-01T00:00:00Z\"}")
            .is(201)
            .data();
    assertThat(tenant.get("id").longValue()).isGreaterThan(10_000);
    assertThat(tenant.get("status").stringValue()).isEqualTo("active");
    assertThat(tenant.get("storage_used").longValue()).isZero();
    assertThat(tenant.get("created_at").stringValue()).startsWith("20").doesNotStartWith("2001");
  }

  @Test
  void givenPut_whenFieldsAreAbsentNullEmptyOrZero_thenTheyStay() {
    String path =
        post(
                TENANTS,
                "{\"name\":\"a\",\"description\":\"d\",\"business\":\"b\",\"storage_quota\":77,"
                    + "\"retriever_engines\":{\"engines\":["
                    + PAIR
                    + "]}}")
            .is(201)
            .header("Location");
    JsonNode before = get(path).data();
    for (String body :
        List.of(
            "{}",
            "{\"status\":null,\"storage_quota\":null,\"retriever_engines\":null}",
            "{\"status\":\"\",\"storage_quota\":0,\"retriever_engines\":{\"engines\":null}}",
            "{\"id\":1,\"slug\":\"other\",\"api_key\":\"x\",\"storage_used\":5,"
                + "\"created_at\":\"2001-01-01T00:00:00Z\",\"updated_at\":\"x\"}")) {
      Answer answer = put(path, body).is(200);
      assertThat(answer.data()).as(body).isEqualTo(before);
      assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    }
    JsonNode cleared =
        put(path, "{\"description\":\"\",\"business\":\"\",\"retriever_engines\":{\"engines\":[]}}")
            .is(200)
            .data();
    assertThat(cleared.get("description").stringValue()).isEmpty();
    assertThat(cleared.get("business").stringValue()).isEmpty();
    assertThat(cleared.at("/retriever_engines/engines").size()).isZero();
    put(path, "{\"name\":\"\"}").invalid("name");
    put(path, "{\"name\":null}").invalid("name");
    put(path, "{\"status\":\"paused\"}").invalid("status");
    put(path, "{\"storage_quota\":-1}").invalid("storage_quota");
  }

  @Test
  void givenPut_whenATextIsNull_thenItsDefaultHolds() {
    String path =
        post(TENANTS, "{\"name\":\"a\",\"description\":\"d\",\"business\":\"b\"}")
            .is(201)
            .header("Location");
    JsonNode changed = put(path, "{\"description\":null,\"business\":null}").is(200).data();
    assertThat(changed.get("description").stringValue()).isEmpty();
    assertThat(changed.get("business").stringValue()).isEmpty();
    assertThat(changed.get("name").stringValue()).isEqualTo("a");
  }

  @Test
  void givenTenantAsItIsShown_whenPosted_thenAnotherOneWithoutSlug() {
    String shown = get(post(TENANTS, "{\"name\":\"a\"}").header("Location")).data().toString();
    assertThat(post(TENANTS, shown).is(201).data().get("slug").stringValue()).isEmpty();
  }

  @Test
  void givenAcceptWithACharset_whenWritten_thenAnsweredAsJson() {
    for (String accept : List.of("application/json;charset=utf-16", "utf/x, */*; Charset=latin1")) {
      post(TENANTS, "{\"name\":\"a\"}", "Accept", accept).is(201);
      get(TENANTS + "/default", "Accept", accept).is(200);
      get(MODELS, "Accept", accept).is(200);
    }
  }

  @Test
  void givenInactiveTenant_whenTheOperatorWrites_thenDone() {
    String slug = tenant();
    String path = TENANTS + "/" + slug;
    assertThat(put(path, "{\"status\":\"inactive\"}").is(200).data().get("status").stringValue())
        .isEqualTo("inactive");
    String model = model(slug, "{\"name\":\"m\"}");
    patch(model, "{\"name\":\"n\"}", "X-Tenant-ID", slug).is(200);
    get(appKey(slug, "app", "k", "x")).is(200);
    assertThat(put(path, "{\"status\":\"active\"}").is(200).header("ETag")).isEqualTo("\"3\"");
  }

  @Test
  void givenWritesAndDeletes_whenSummedUp_thenStorageUsedIsExact() {
    String slug = tenant();
    String[] header = {"X-Tenant-ID", slug};
    assertThat(storageUsed(slug)).isZero();
    String key =
        appKey(slug, "app", "k\u00e9", "\u20ac\ud83d\ude00".repeat(3)).replace("\u00e9", "%C3%A9");
    long data = 3 + 3 * (3 + 4);
    assertThat(storageUsed(slug)).isEqualTo(data);
    String model =
        model(
            slug, "{\"name\":\" m\u00e9 \",\"description\":\"dd\",\"configuration\":{\"a\": 1.0}}");
    // mé, dd, {"a":1.0}
    assertThat(storageUsed(slug)).isEqualTo(data + 3 + 2 + 9);
    patch(model, "{\"name\":\"mmmm\",\"schema\":{\"type\":\"object\"}}", header).is(200);
    assertThat(storageUsed(slug)).isEqualTo(data + 4 + 2 + 9 + 17);
    put(key, "{\"data\":\"\"}").is(200);
    assertThat(storageUsed(slug)).isEqualTo(3 + 4 + 2 + 9 + 17);
    delete(key).is(200);
    delete(key).is(200);
    assertThat(storageUsed(slug)).isEqualTo(4 + 2 + 9 + 17);
    delete(model, header).is(200);
    assertThat(storageUsed(slug)).isZero();
  }

  @Test
  void givenEnginesWithWhiteSpaceAroundTheirNames_whenStored_thenTrimmedLikeNames() {
    String engines =
        "{\"name\":\"a\",\"retriever_engines\":{\"engines\":[{\"retriever_type\":\" k \","
            + "\"retriever_engine_type\":\"\\tpg\"}]}}";
    Answer created = post(TENANTS, engines).is(201);
    String trimmed = "{\"engines\":[{\"retriever_type\":\"k\",\"retriever_engine_type\":\"pg\"}]}";
    assertThat(created.data().get("retriever_engines")).isEqualTo(Answer.json(trimmed));
    String path = TENANTS + "/" + created.data().get("id").asString();
    assertThat(put(path, engines).is(200).header("ETag")).as("no change").isEqualTo("\"1\"");
  }
}
