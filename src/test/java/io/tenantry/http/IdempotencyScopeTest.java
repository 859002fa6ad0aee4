package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whose a key is, and what is answered before it is looked at. */
class IdempotencyScopeTest extends GuardedTest {

  private static final String SECOND_OPERATOR =
      Service.OPERATOR_KEYS.substring(Service.OPERATOR_KEYS.lastIndexOf('=') + 1);

  private final JsonNode tenant = tenant();
  private final Call create = Call.of("POST", MODELS, "{\"name\":\"m\"}").under(Call.newKey());
  private final Service open;

  IdempotencyScopeTest(Engines engine) {
    super(engine);
    open = Service.on(engine);
  }

  private String token(String role) {
    return secret(key(tenant, "{\"name\":\"k\",\"role\":\"%s\"}".formatted(role)));
  }

  @Test
  void givenOneKey_whenSentByDifferentPrincipals_thenEachHasItsOwn() {
    Map<Call, Answer> ran = new LinkedHashMap<>();
    for (Call each :
        List.of(
            create.as(secret(tenant)),
            create.as(token("contributor")),
            create.as(token("admin")),
            create.as(secret(tenant())),
            create.as(Service.OPERATOR).in(id(tenant)))) {
      ran.put(each, each.to(service).ranFirst());
    }
    List<String> models = new ArrayList<>();
    ran.forEach((call, first) -> models.add(call.to(service).repeats(first).header("Location")));
    assertThat(models).doesNotHaveDuplicates();
  }

  @Test
  void givenKeyOfOneOperator_whenSentByAnother_thenTheyAreOne() {
    Call byMain = create.as(Service.OPERATOR).in(id(tenant));
    Answer first = byMain.to(service).ranFirst();
    byMain.as(SECOND_OPERATOR).to(service).repeats(first);
    byMain.as(SECOND_OPERATOR).saying("{\"name\":\"n\"}").to(service).isNot(byMain);
  }

  @Test
  void givenKeyOfNobody_whenSentWithACredential_thenAnother() {
    JsonNode mine = Call.of("POST", TENANTS, "{\"name\":\"mine\"}").to(open).is(201).data();
    Call byNobody = create.in(id(mine));
    Answer first = byNobody.to(open).ranFirst();
    Answer other = byNobody.as(secret(mine)).to(open).ranFirst();
    assertThat(other.header("Location")).isNotEqualTo(first.header("Location"));
    byNobody.to(open).repeats(first);
  }

  @Test
  void givenUsedKey_whenTheBodyCannotBeRead_thenThatIsSaidFirst() {
    Call first = create.as(Service.OPERATOR).in(id(tenant));
    first.to(service).ranFirst();
    first.saying("{").to(service).problem(400, 1000);
    first.saying("{\"name\":\"a\",\"name\":\"a\"}").to(service).problem(400, 1000);
    first.at(MODELS + "?x=1").to(service).problem(400, 1000);
    first.with("If-Match", "1").to(service).problem(400, 1000);
    first.with("Content-Type", "text/plain").to(service).problem(415, 1015);
  }

  @Test
  void givenUsedKey_whenTheOtherRequestWouldBeRefused_thenThatItIsAnotherIsSaidFirst() {
    Call first = create.as(Service.OPERATOR).in(id(tenant));
    first.to(service).ranFirst();
    String slug = "{\"name\":\"a\",\"slug\":\"%s\"}".formatted(tenant.get("slug").stringValue());
    for (Call other :
        List.of(
            first.saying("{\"name\":\"\"}"),
            first.saying("{\"nmae\":1}"),
            first.saying("[]"),
            first.in("no-such-tenant"),
            first.without("X-Tenant-ID").at(TENANTS).saying(slug),
            first.by("DELETE").at(MODELS + "/unknown").saying(""),
            first.by("PATCH").at(MODELS + "/unknown"),
            first.by("PUT").at(TENANTS + "/no-such-tenant").without("X-Tenant-ID"),
            first
                .by("PUT")
                .at(TENANTS + "/" + id(tenant))
                .with("If-Match", "\"99\"")
                .without("X-Tenant-ID"))) {
      other.to(service).isNot(first);
    }
  }

  @Test
  void givenUsedKey_whenTheOtherRequestIsForbidden_thenThatIsSaidFirst() {
    Call first = create.as(secret(tenant));
    first.to(service).ranFirst();
    String own = TENANTS + "/" + id(tenant);
    first.by("DELETE").at(own).saying("").to(service).problem(403, 1002);
    first.by("POST").at(TENANTS).to(service).problem(403, 1002);
    // what the body alone tells to be forbidden is not asked of a key that is used
    first.by("PUT").at(own).saying("{\"status\":\"inactive\"}").to(service).isNot(first);
  }

  @Test
  void givenUsedKey_whenItsSenderMayNoLonger_thenForbiddenUntilItMayAgain() {
    JsonNode key = key(tenant, "{\"name\":\"k\"}");
    Call mine = create.as(secret(key));
    Answer first = mine.to(service).ranFirst();
    String path = keysOf(tenant) + "/" + id(key);
    operator("PUT", path, "{\"role\":\"viewer\"}").is(200);
    mine.to(service).problem(403, 1002);
    mine.saying("{\"name\":\"n\"}").to(service).problem(403, 1002);
    operator("PUT", path, "{\"role\":\"admin\"}").is(200);
    mine.to(service).repeats(first);
    mine.in(id(tenant())).to(service).problem(404, 2000);
    operator("DELETE", path, "").is(200);
    mine.to(service).problem(401, 1001);
  }

  @Test
  void givenUsedKey_whenItsTenantIsInactiveThenGone_thenNothingIsTold() {
    Call mine = create.as(secret(tenant));
    Answer first = mine.to(service).ranFirst();
    String path = TENANTS + "/" + id(tenant);
    operator("PUT", path, "{\"status\":\"inactive\"}").is(200);
    mine.to(service).problem(403, 2002);
    operator("PUT", path, "{\"status\":\"active\"}").is(200);
    mine.to(service).repeats(first);
    operator("DELETE", path, "").is(200);
    mine.to(service).problem(401, 1001);
  }

  @Test
  void givenNoTenant_whenTheOperatorMustNameOne_thenThatIsSaidBeforeAnyField() {
    operator("POST", MODELS, "{\"name\":5}").problem(400, 1000);
  }
}
