package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code X-Tenant-ID} sent twice: whom one is and what one may is told before what is unreadable.
 */
class TenantHeaderTest extends GuardedTest {

  TenantHeaderTest(Engines engine) {
    super(engine);
  }

  private static String[] twice(String one, String other) {
    return new String[] {"X-Tenant-ID", one, "X-Tenant-ID", other};
  }

  @Test
  void givenHeaderTwice_whenOneOrThePathIsAnothers_thenItIsNotThere() {
    var own = tenant();
    var other = tenant();
    String key = secret(own);
    ask(key, "GET", MODELS, "", twice(id(own), id(other))).problem(404, 2000);
    ask(key, "GET", MODELS, "", twice(id(other), id(own))).problem(404, 2000);
    ask(key, "GET", TENANTS + "/" + id(other), "", twice(id(own), id(own))).problem(404, 2000);
  }

  @ParameterizedTest
  @ValueSource(strings = {TENANTS, TENANTS + "/all", TENANTS + "/search", "/api/v1/me"})
  void givenAPathThatNeedsNoTenant_whenTheOperatorNamesOne_thenItMustBeThere(String path) {
    ask(Service.OPERATOR, "GET", path, "", "X-Tenant-ID", id(tenant())).is(200);
    for (String none : List.of("nope", "999999", "")) {
      ask(Service.OPERATOR, "GET", path, "", "X-Tenant-ID", none).problem(404, 2000);
      assertThat(ask(Service.OPERATOR, "HEAD", path, "", "X-Tenant-ID", none).status())
          .isEqualTo(404);
    }
    ask(Service.OPERATOR, "GET", path, "", twice("nope", "nope")).problem(400, 1000);
    ask(Service.OPERATOR, "GET", path + "?x=1", "", "X-Tenant-ID", "nope").problem(400, 1000);
    ask("nobody", "GET", path, "", "X-Tenant-ID", "nope").problem(401, 1001);
    ask(secret(tenant()), "GET", path, "", "X-Tenant-ID", "nope").problem(404, 2000);
  }

  @Test
  void
      givenTheOperator_whenNamingATenantThatIsNotThere_thenNoneIsCreatedButARepetitionIsAnswered() {
    var named = tenant();
    Call create =
        Call.of("POST", TENANTS, "{\"name\":\"b\"}")
            .as(Service.OPERATOR)
            .in(id(named))
            .under(Call.newKey());
    Answer first = create.to(service).ranFirst();
    operator("DELETE", TENANTS + "/" + id(named), "").is(200);
    create.to(service).repeats(first);
    create.under(Call.newKey()).to(service).problem(404, 2000);
    create.under(Call.newKey()).saying("{\"nope\":1}").to(service).problem(400, 1010);
  }

  @Test
  void givenWhatIsOpenToAll_whenATenantIsNamedThatIsNotThere_thenNobodyAsksForIt() {
    for (String path :
        List.of("/", "/problems/conflict", "/openapi.json", "/actuator/health/liveness")) {
      assertThat(ask(Service.OPERATOR, "GET", path, "", "X-Tenant-ID", "nope").status())
          .isEqualTo(200);
    }
  }

  @Test
  void givenOwnHeaderTwice_whenTheRoleIsTooSmall_thenForbiddenElseUnreadable() {
    var own = tenant();
    String viewer = secret(key(own, "{\"name\":\"v\",\"role\":\"viewer\"}"));
    String[] twice = twice(id(own), id(own));
    ask(viewer, "POST", MODELS, "{\"name\":\"m\"}", twice).problem(403, 1002);
    var unreadable = ask(viewer, "GET", MODELS, "", twice).problem(400, 1000);
    assertThat(unreadable.get("detail").stringValue()).contains("X-Tenant-ID");
  }
}
