package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a key has done, asked of the service. */
class RecordLookUpTest extends GuardedTest {

  private final JsonNode tenant = tenant();
  private final String path = TENANTS + "/" + id(tenant);
  private final String app = path + "/properties/applications/a%20b%25";

  RecordLookUpTest(Engines engine) {
    super(engine);
  }

  /**
   * @param resource where it leads
   */
  private Answer done(Call call, int status, String resource) {
    // looked for in files, logs and answers at the end, as a secret is
    Call keyed = call.as(Service.OPERATOR).under(Secrets.key());
    Instant before = Instant.now().minusSeconds(1);
    Answer answer = keyed.to(service).ranFirst().is(status);
    JsonNode record = keyed.lookUp().to(service).is(200).data();
    assertThat(record.propertyNames())
        .containsExactly("first_seen", "method", "path", "status", "resource");
    assertThat(record.get("method").stringValue()).isEqualTo(call.method());
    assertThat(record.get("path").stringValue()).isEqualTo(call.path());
    assertThat(record.get("status").intValue()).isEqualTo(status);
    assertThat(record.get("resource").stringValue()).isEqualTo(resource);
    HttpTest.assertTime(record.get("first_seen"));
    assertThat(Instant.parse(record.get("first_seen").stringValue()))
        .isBetween(before, Instant.now());
    keyed.to(service).repeats(answer);
    assertThat(keyed.lookUp().to(service).is(200).data()).isEqualTo(record);
    return answer;
  }

  /** Where the created resource is, as the look-up names it: it must be there. */
  private String created(Call call) {
    Call keyed = call.as(Service.OPERATOR).under(Call.newKey());
    Answer answer = keyed.to(service).ranFirst();
    String resource = keyed.lookUp().to(service).is(200).data().get("resource").stringValue();
    String location = answer.headerOrNull("Location");
    assertThat(resource).isEqualTo(location == null ? resource : location);
    operator("GET", resource, "", "X-Tenant-ID", id(tenant)).is(200);
    return resource;
  }

  @Test
  void givenWritesOfTenants_whenLookedUp_thenTold() {
    Call create = Call.of("POST", TENANTS, "{\"name\":\"a\"}").as(Service.OPERATOR);
    Call keyed = create.under(Call.newKey());
    String made = keyed.to(service).ranFirst().header("Location");
    JsonNode record = keyed.lookUp().to(service).is(200).data();
    assertThat(record.get("resource").stringValue()).isEqualTo(made);
    assertThat(record.get("status").intValue()).isEqualTo(201);
    operator("GET", made, "").is(200);
    done(Call.of("PUT", path, "{\"name\":\"b\"}"), 200, path);
    done(Call.of("PUT", path, "{\"name\":\"b\"}"), 200, path);
    done(Call.of("DELETE", TENANTS + "/" + tenant.get("slug").stringValue()), 200, path);
  }

  @Test
  void givenWritesOfModels_whenLookedUp_thenTold() {
    String model = created(Call.of("POST", MODELS, "{\"name\":\"m\"}").in(id(tenant)));
    assertThat(model).startsWith(MODELS + "/");
    done(Call.of("PATCH", model, "{\"name\":\"n\"}").in(id(tenant)), 200, model);
    done(Call.of("PATCH", model, "{\"name\":\"n\"}").in(id(tenant)), 200, model);
    done(Call.of("DELETE", model).in(id(tenant)), 200, model);
  }

  @Test
  void givenWritesOfAppKeys_whenLookedUp_thenToldWithNamesThatCanBeFollowed() {
    String key = created(Call.of("POST", app, "{\"key\":\"k\u00e9;\",\"data\":\"x\"}"));
    done(Call.of("PUT", app + "/k%C3%A9%3B", "{\"data\":\"y\"}"), 200, key);
    done(Call.of("DELETE", app + "/k%C3%A9%3B"), 200, key);
    done(Call.of("DELETE", app + "/k%C3%A9%3B"), 200, key);
    created(Call.of("PUT", app + "/l", "{\"data\":\"y\",\"auto_create\":true}"));
  }

  @Test
  void givenWritesOfApiKeys_whenLookedUp_thenTold() {
    String key = created(Call.of("POST", keysOf(tenant), "{\"name\":\"k\"}"));
    done(Call.of("PUT", key, "{\"name\":\"l\"}"), 200, key);
    done(Call.of("POST", key + "/rotate", "{}"), 200, key);
    done(Call.of("DELETE", key), 200, key);
  }

  @Test
  void givenKeyOfSomebody_whenAnotherAsks_thenItNeverDidAnything() {
    String viewer = secret(key(tenant, "{\"name\":\"v\",\"role\":\"viewer\"}"));
    Call mine = Call.of("POST", MODELS, "{\"name\":\"m\"}").as(secret(tenant)).under(Call.newKey());
    mine.to(service).ranFirst();
    mine.lookUp().to(service).is(200);
    for (String other : List.of(viewer, secret(tenant()), Service.OPERATOR)) {
      mine.as(other).lookUp().to(service).problem(404, 1003);
    }
    mine.under(Call.newKey()).lookUp().to(service).problem(404, 1003);
    mine.lookUp().with(Call.KEY, "\"" + mine.headers().get(Call.KEY) + "\"").to(service).is(200);
  }

  @Test
  void givenNoKeyOrABadOne_whenAsked_thenUnreadable() {
    Call asked = Call.of("GET", "/api/v1/idempotency-record").as(Service.OPERATOR);
    asked.to(service).problem(400, 1000);
    asked.under("\"").to(service).problem(400, 1000);
    asked.under("x".repeat(256)).to(service).problem(400, 1000);
    asked.at(asked.path() + "?key=x").under("x").to(service).problem(400, 1000);
    asked.without("X-API-Key").under("x").to(service).problem(401, 1001);
  }

  @Test
  void givenKeyThatWasOnlyRefused_whenAsked_thenItNeverDidAnything() {
    Call refused = Call.of("POST", TENANTS, "{}").as(Service.OPERATOR).under(Call.newKey());
    refused.to(service).problem(400, 1010);
    refused.lookUp().to(service).problem(404, 1003);
  }

  @Test
  void givenDeletedTenant_whenTheOperatorAsks_thenStillTold() {
    Call create =
        Call.of("POST", MODELS, "{\"name\":\"m\"}")
            .as(Service.OPERATOR)
            .in(tenant.get("slug").stringValue())
            .under(Call.newKey());
    create.to(service).ranFirst();
    JsonNode before = create.lookUp().to(service).is(200).data();
    operator("DELETE", path, "").is(200);
    assertThat(create.lookUp().to(service).is(200).data()).isEqualTo(before);
  }

  @Test
  void givenUsedKey_whenAnyAnswerTellsOfIt_thenItDoesNotShowIt() {
    String key = Secrets.key();
    Call first = Call.of("PUT", path, "{\"name\":\"n\"}").as(Service.OPERATOR).under(key);
    assertThat(first.to(service).ranFirst().toString()).doesNotContain(key);
    assertThat(first.to(service).toString()).doesNotContain(key);
    assertThat(first.saying("{}").to(service).toString()).doesNotContain(key);
    assertThat(first.lookUp().to(service).toString()).doesNotContain(key);
  }
}
