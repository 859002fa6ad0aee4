package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ApiKeysTest extends GuardedTest {

  ApiKeysTest(Engines engine) {
    super(engine);
  }

  @Test
  void givenNewTenant_whenRegistered_thenItsKeyIsShownOnceAndMaskedEverAfter() {
    JsonNode tenant = tenant();
    String secret = secret(tenant);
    assertThat(secret).matches("sk-tn_[0-9A-Za-z]{58}");
    String mask = "sk-" + secret.substring(15, 19) + "…" + secret.substring(54, 58);
    String path = TENANTS + "/" + id(tenant);
    assertThat(secret(operator("GET", path, "").is(200).data())).isEqualTo(mask);
    assertThat(secret(operator("PUT", path, "{\"name\":\"B\"}").is(200).data())).isEqualTo(mask);
    assertThat(operator("GET", TENANTS, "").is(200).body()).contains(mask).doesNotContain(secret);
    JsonNode keys = operator("GET", keysOf(tenant), "").is(200).data();
    assertThat(keys).hasSize(1);
    assertThat(keys.get(0).get("name").stringValue()).isEqualTo("default");
    assertThat(keys.get(0).get("role").stringValue()).isEqualTo("admin");
    assertThat(secret(keys.get(0))).isEqualTo(mask);
    assertThat(keys.get(0).get("token")).isEqualTo(keys.get(0).get("api_key"));
  }

  @Test
  void givenTenantThatIsRefused_whenItsSlugIsTaken_thenNoKeyOfItIsLeft() {
    JsonNode tenant = tenant();
    String body = "{\"slug\":\"%s\",\"name\":\"B\"}".formatted(tenant.get("slug").stringValue());
    Answer refused = operator("POST", TENANTS, body);
    refused.problem(409, 2001);
    assertThat(operator("GET", keysOf(tenant), "").data()).hasSize(1);
  }

  @Test
  void givenEveryField_whenCreated_thenShownAndEchoed() {
    JsonNode tenant = tenant();
    long end = Instant.now().getEpochSecond() + 3600;
    Answer answer =
        operator(
            "POST",
            keysOf(tenant),
            """
            {"name":" ci ","role":"viewer","full_access":false,"expires_at_unix":%d,
             "knowledge_base_ids":["kb1"],"capabilities":["chat","search"]}"""
                .formatted(end));
    JsonNode key = answer.is(201).data();
    assertThat(key.propertyNames())
        .containsExactly(
            "id",
            "tenant_id",
            "name",
            "role",
            "full_access",
            "knowledge_base_ids",
            "capabilities",
            "api_key",
            "token",
            "expires_at",
            "last_used_at",
            "created_at",
            "updated_at");
    assertThat(key.get("id").isIntegralNumber()).isTrue();
    assertThat(id(key)).isEqualTo(String.valueOf(Keys.id(secret(key))));
    assertThat(key.get("tenant_id").asString()).isEqualTo(id(tenant));
    assertThat(key.get("name").stringValue()).isEqualTo("ci");
    assertThat(key.get("role").stringValue()).isEqualTo("viewer");
    assertThat(key.get("full_access").booleanValue()).isFalse();
    assertThat(key.get("knowledge_base_ids")).hasSize(1);
    assertThat(key.get("capabilities")).hasSize(2);
    assertThat(key.get("expires_at").stringValue())
        .isEqualTo(Instant.ofEpochSecond(end).toString());
    assertThat(key.get("last_used_at").isNull()).isTrue();
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.header("Consistency-Token")).isNotEmpty();
    Answer read = operator("GET", answer.header("Location"), "");
    assertThat(id(read.is(200).data())).isEqualTo(id(key));
    assertThat(read.data().get("capabilities")).isEqualTo(key.get("capabilities"));
  }

  @Test
  void givenNothingButAName_whenCreated_thenContributorForEver() {
    JsonNode key = key(tenant(), "{\"name\":\"k\"}");
    assertThat(key.get("role").stringValue()).isEqualTo("contributor");
    assertThat(key.get("expires_at").isNull()).isTrue();
    assertThat(key.get("knowledge_base_ids")).isEmpty();
    JsonNode admin = key(tenant(), "{\"name\":\"k\",\"full_access\":true}");
    assertThat(admin.get("role").stringValue()).isEqualTo("admin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | name",
        "{'name':' '} | name",
        "{'name':'k','role':'root'} | role",
        "{'name':'k','role':'viewer','full_access':true} | full_access",
        "{'name':'k','role':'admin','full_access':false} | full_access",
        "{'name':'k','expires_at_unix':1} | expires_at_unix",
        "{'name':'k','expires_at_unix':-1} | expires_at_unix",
        "{'name':'k','expires_at_unix':'soon'} | expires_at_unix",
        "{'name':'k','knowledge_base_ids':'x'} | knowledge_base_ids",
        "{'name':'k','scope':'x'} | scope",
      })
  void givenInvalidField_whenCreated_thenItIsNamedAndNoKeyComes(String json, String field) {
    JsonNode tenant = tenant();
    operator("POST", keysOf(tenant), json.replace('\'', '"')).invalid(field);
    assertThat(operator("GET", keysOf(tenant), "").data()).hasSize(1);
  }

  @Test
  void givenKey_whenChanged_thenWhatIsSentChangesAndTheRestStays() {
    JsonNode tenant = tenant();
    JsonNode key = key(tenant, "{\"name\":\"k\"}");
    String path = keysOf(tenant) + "/" + id(key);
    Answer changed = operator("PUT", path, "{\"name\":\"l\",\"role\":\"viewer\"}");
    assertThat(changed.is(200).header("ETag")).isEqualTo("\"3\"");
    assertThat(changed.data().get("role").stringValue()).isEqualTo("viewer");
    // what was read is sent back
    Answer same = operator("PUT", path, operator("GET", path, "").data().toString());
    assertThat(same.is(200).header("ETag")).isEqualTo("\"3\"");
    operator("PUT", path, "{\"name\":\"m\"}", "If-Match", "\"1\"").problem(412, 1011);
    ask(secret(key), "POST", MODELS, "{\"name\":\"m\"}").problem(403, 1002);
    ask(secret(key), "GET", MODELS, "").is(200);
  }

  @Test
  void givenFullAccess_whenChanged_thenItGivesOrTakesTheRoleAdmin() {
    JsonNode tenant = tenant();
    JsonNode key = key(tenant, "{\"name\":\"k\",\"full_access\":true}");
    String path = keysOf(tenant) + "/" + id(key);
    JsonNode taken = operator("PUT", path, "{\"full_access\":false}").is(200).data();
    assertThat(taken.get("role").stringValue()).isEqualTo("contributor");
    assertThat(taken.get("full_access").booleanValue()).isFalse();
    ask(secret(key), "GET", keysOf(tenant), "").problem(403, 1002);
    operator("PUT", path, "{\"full_access\":true}").is(200);
    ask(secret(key), "GET", keysOf(tenant), "").is(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'role':'viewer','full_access':true} | full_access",
        "{'role':'admin','full_access':false} | full_access",
        "{'full_access':1} | full_access",
        "{'knowledge_base_ids':[]} | knowledge_base_ids",
        "{'knowledge_base_ids':['kb','kb']} | knowledge_base_ids",
        "{'capabilities':['chat']} | capabilities",
        "{'expires_at':'2100-01-01T00:00:01Z'} | expires_at",
        "{'expires_at':''} | expires_at",
        "{'expires_at':4102444800} | expires_at",
        "{'token_type':'x'} | token_type",
      })
  void givenMemberThatCannotBeSo_whenChanged_thenItIsNamedAndNothingChanges(
      String json, String field) {
    JsonNode tenant = tenant();
    JsonNode key =
        key(
            tenant,
            "{\"name\":\"k\",\"knowledge_base_ids\":[\"kb\"],\"expires_at_unix\":4102444800}");
    String path = keysOf(tenant) + "/" + id(key);
    String before = operator("GET", path, "").is(200).body();
    operator("PUT", path, json.replace('\'', '"')).invalid(field);
    assertThat(operator("GET", path, "").is(200).body()).isEqualTo(before);
    Answer same = operator("PUT", path, operator("GET", path, "").data().toString());
    assertThat(same.is(200).header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void givenExpiry_whenSetAndLifted_thenTheKeyEndsOrDoesNot() {
    JsonNode tenant = tenant();
    JsonNode key = key(tenant, "{\"name\":\"k\"}");
    String path = keysOf(tenant) + "/" + id(key);
    long soon = Instant.now().getEpochSecond() + 2;
    operator("PUT", path, "{\"expires_at_unix\":%d}".formatted(soon)).is(200);
    HttpTest.await(() -> ask(secret(key), "GET", "/api/v1/me", "").status() == 401);
    JsonNode lifted = operator("PUT", path, "{\"expires_at_unix\":0}").is(200).data();
    assertThat(lifted.get("expires_at").isNull()).isTrue();
    ask(secret(key), "GET", "/api/v1/me", "").is(200);
  }

  @Test
  void givenRotation_whenWithinGrace_thenBothSecretsWorkAndAfterItTheNewOne() {
    JsonNode tenant = tenant();
    JsonNode key = key(tenant, "{\"name\":\"k\"}");
    String rotate = keysOf(tenant) + "/" + id(key) + "/rotate";
    JsonNode second = operator("POST", rotate, "{\"grace_seconds\":2}").is(200).data();
    assertThat(id(second)).isEqualTo(id(key));
    assertThat(secret(second)).isNotEqualTo(secret(key));
    ask(secret(second), "GET", "/api/v1/me", "").is(200);
    HttpTest.await(() -> ask(secret(key), "GET", "/api/v1/me", "").status() == 401);
    ask(secret(second), "GET", "/api/v1/me", "").is(200);
    JsonNode third = operator("POST", rotate, "").is(200).data();
    ask(secret(second), "GET", "/api/v1/me", "").problem(401, 1001);
    ask(secret(third), "GET", "/api/v1/me", "").is(200);
    operator("POST", rotate, "{\"grace_seconds\":-1}").invalid("grace_seconds");
    operator("POST", rotate, "{\"grace_seconds\":604801}").invalid("grace_seconds");
  }

  @Test
  void givenSixRotations_whenEachHasAGrace_thenTheFirstSecretWorksUntilAllAreEnded() {
    JsonNode tenant = tenant();
    JsonNode key = key(tenant, "{\"name\":\"k\"}");
    String rotate = keysOf(tenant) + "/" + id(key) + "/rotate";
    for (int i = 0; i < 5; i++) {
      operator("POST", rotate, "{\"grace_seconds\":604800}").is(200);
    }
    JsonNode refused =
        operator("POST", rotate, "{\"grace_seconds\":604800}").problem(409, 1005).get("error");
    Instant free = Instant.parse(refused.get("details").get("free_at").stringValue());
    assertThat(free)
        .isBetween(Instant.now().plusSeconds(604_000), Instant.now().plusSeconds(604_800));
    ask(secret(key), "GET", "/api/v1/me", "").is(200);
    JsonNode last = operator("POST", rotate, "{}").is(200).data();
    ask(secret(key), "GET", "/api/v1/me", "").problem(401, 1001);
    ask(secret(last), "GET", "/api/v1/me", "").is(200);
  }

  @Test
  void givenKeyThatHasEnded_whenRotated_thenConflictUntilItHasAnotherEnd() {
    JsonNode tenant = tenant();
    long soon = Instant.now().getEpochSecond() + 2;
    JsonNode key = key(tenant, "{\"name\":\"k\",\"expires_at_unix\":%d}".formatted(soon));
    String path = keysOf(tenant) + "/" + id(key);
    HttpTest.await(() -> ask(secret(key), "GET", "/api/v1/me", "").status() == 401);
    JsonNode refused = operator("POST", path + "/rotate", "{}").problem(409, 1005);
    assertThat(refused.get("detail").stringValue())
        .contains(Instant.ofEpochSecond(soon).toString());
    operator("PUT", path, "{\"expires_at_unix\":0}").is(200);
    JsonNode rotated = operator("POST", path + "/rotate", "{}").is(200).data();
    ask(secret(rotated), "GET", "/api/v1/me", "").is(200);
  }

  @Test
  void givenKeyThatRotatesItself_whenTheAnswerIsLost_thenItCanAskAgain() {
    JsonNode tenant = tenant();
    String admin = secret(tenant);
    String rotate = keysOf(tenant) + "/" + Keys.id(admin) + "/rotate";
    JsonNode lost = ask(admin, "POST", rotate, "{\"grace_seconds\":0}").is(200).data();
    JsonNode again = ask(admin, "POST", rotate, "{}").is(200).data();
    ask(secret(again), "GET", "/api/v1/me", "").is(200);
    assertThat(secret(again)).isNotEqualTo(secret(lost));
  }

  @Test
  void givenKey_whenRevoked_thenGoneForGood() {
    JsonNode tenant = tenant();
    JsonNode key = key(tenant, "{\"name\":\"k\"}");
    String path = keysOf(tenant) + "/" + id(key);
    JsonNode revoked = operator("DELETE", path, "").is(200).data();
    assertThat(id(revoked)).isEqualTo(id(key));
    ask(secret(key), "GET", "/api/v1/me", "").problem(401, 1001);
    operator("DELETE", path, "").problem(404, 1003);
    operator("GET", path, "").problem(404, 1003);
    operator("PUT", path, "{\"name\":\"x\"}").problem(404, 1003);
    operator("POST", path + "/rotate", "{}").problem(404, 1003);
    assertThat(operator("GET", keysOf(tenant), "").data()).hasSize(1);
  }

  @Test
  void givenKeyOfAnotherTenant_whenNamedInOnesOwn_thenNotThere() {
    JsonNode tenant = tenant();
    JsonNode other = key(tenant(), "{\"name\":\"k\"}");
    for (String id : List.of(id(other), "0", "-1", "x", "99999999999999999999")) {
      String path = keysOf(tenant) + "/" + id;
      ask(secret(tenant), "GET", path, "").problem(404, 1003);
      ask(secret(tenant), "PUT", path, "{\"name\":\"x\"}").problem(404, 1003);
      ask(secret(tenant), "POST", path + "/rotate", "{}").problem(404, 1003);
      ask(secret(tenant), "DELETE", path, "").problem(404, 1003);
    }
    ask(secret(other), "GET", "/api/v1/me", "").is(200);
  }

  @Test
  void givenKey_whenUsed_thenItIsSaidToTheMinute() {
    JsonNode tenant = tenant();
    JsonNode key = key(tenant, "{\"name\":\"k\"}");
    String path = keysOf(tenant) + "/" + id(key);
    Instant before = Instant.now();
    ask(secret(key), "GET", "/api/v1/me", "").is(200);
    Instant used =
        Instant.parse(operator("GET", path, "").data().get("last_used_at").stringValue());
    assertThat(used.getEpochSecond() % 60).isZero();
    assertThat(used).isAfter(before.minusSeconds(60)).isBeforeOrEqualTo(Instant.now());
    JsonNode listed = operator("GET", keysOf(tenant), "").data();
    assertThat(listed.get(1).get("last_used_at").stringValue()).isEqualTo(used.toString());
  }

  @Test
  void givenManyKeys_whenListed_thenAllInTheOrderOfTheirCreation() {
    JsonNode tenant = tenant();
    for (int i = 0; i < 20; i++) {
      key(tenant, "{\"name\":\"k%d\"}".formatted(i));
    }
    JsonNode keys = operator("GET", keysOf(tenant), "").is(200).data();
    assertThat(keys.isArray()).isTrue();
    assertThat(StreamSupport.stream(keys.spliterator(), false).map(k -> k.get("name").asString()))
        .startsWith("default", "k0", "k1")
        .endsWith("k19")
        .hasSize(21);
  }

  @Test
  void givenEverybody_whenAskedWhoTheyAre_thenTheyAreTold() {
    JsonNode tenant = tenant();
    JsonNode me = ask(secret(tenant), "GET", "/api/v1/me", "").is(200).data();
    assertThat(me.get("principal").stringValue()).isEqualTo("key");
    assertThat(me.get("actor").stringValue()).isEqualTo("key:" + Keys.id(secret(tenant)));
    assertThat(me.get("name").stringValue()).isEqualTo("default");
    assertThat(me.get("role").stringValue()).isEqualTo("admin");
    assertThat(id(me.get("tenant"))).isEqualTo(id(tenant));
    JsonNode operator = operator("GET", "/api/v1/me", "").is(200).data();
    assertThat(operator.get("actor").stringValue()).isEqualTo("operator:main");
    assertThat(operator.get("tenant").isNull()).isTrue();
    assertThat(operator.get("role").stringValue()).isEqualTo("operator");
  }

  @Test
  void givenGoClient_whenItDoesAllItKnows_thenItIsAnswered() {
    JsonNode tenant = tenant();
    String mine = secret(tenant);
    String path = TENANTS + "/" + id(tenant);
    assertThat(id(ask(mine, "GET", path, "").is(200).data())).isEqualTo(id(tenant));
    String sentBack =
        ask(mine, "GET", path, "").data().toString().replace("\"Acme\"", "\"Acme Ltd\"");
    ask(mine, "PUT", path, sentBack).is(200);
    JsonNode listed = ask(mine, "GET", TENANTS, "").is(200).data();
    assertThat(listed.get("items")).hasSize(1);
    assertThat(listed.get("items").get(0).get("name").stringValue()).isEqualTo("Acme Ltd");
    assertThat(listed.get("total").intValue()).isEqualTo(1);
    JsonNode empty = ask(mine, "GET", TENANTS + "?page=2&page_size=10", "").is(200).data();
    assertThat(empty.get("items")).isEmpty();
    JsonNode key = ask(mine, "POST", keysOf(tenant), "{\"name\":\"go\"}").is(201).data();
    assertThat(ask(mine, "GET", keysOf(tenant), "").is(200).data()).hasSize(2);
    String keyPath = keysOf(tenant) + "/" + id(key);
    ask(mine, "PUT", keyPath, "{\"name\":\"gopher\",\"role\":\"viewer\"}").is(200);
    ask(mine, "DELETE", keyPath, "").is(200);
    assertThat(ask(mine, "GET", keysOf(tenant), "").is(200).data()).hasSize(1);
  }

  @Test
  void givenAdminKey_whenItTouchesWhatIsTheOperators_thenForbiddenUnlessNothingChanges() {
    JsonNode tenant = tenant();
    String mine = secret(tenant);
    String path = TENANTS + "/" + id(tenant);
    ask(mine, "PUT", path, "{\"status\":\"inactive\"}").problem(403, 1002);
    ask(mine, "PUT", path, "{\"storage_quota\":1}").problem(403, 1002);
    ask(mine, "PUT", path, "{\"status\":\"active\",\"storage_quota\":10737418240}").is(200);
    ask(mine, "PUT", path, "{\"name\":\"x\",\"status\":\"\",\"storage_quota\":0}").is(200);
    ask(mine, "DELETE", path, "").problem(403, 1002);
  }

  @Test
  void givenRoleTooSmall_whenTheBodyIsUnreadableToo_thenForbidden() {
    JsonNode tenant = tenant();
    String viewer = secret(key(tenant, "{\"name\":\"k\",\"role\":\"viewer\"}"));
    ask(viewer, "POST", MODELS, "{").problem(403, 1002);
    ask(viewer, "POST", MODELS + "?x=1", "{").problem(403, 1002);
    ask(viewer, "PUT", TENANTS + "/" + id(tenant()), "{").problem(404, 2000);
    ask(viewer, "PUT", TENANTS + "/no-such-tenant", "{").problem(404, 2000);
    operator("PUT", TENANTS + "/no-such-tenant", "{").problem(400, 1000);
    operator("PUT", TENANTS + "/no-such-tenant", "{\"name\":\"x\"}").problem(404, 2000);
  }
}
