package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import org.junit.jupiter.api.Test;

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
