package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in without a credential, and whom a request is about. */
class AnonymousTest extends HttpTest {

  private final List<String> paths =
      List.of(TENANTS, MODELS, applications("default"), "/actuator/prometheus");

  AnonymousTest(Engines engine) {
    super(engine);
  }

  private void refused(int status, int code, String... headers) {
    for (String path : paths) {
      service.printed("GET " + path, List.of(headers), "").problem(status, code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-API-Key: sk-tn_unknown",
        "X-API-Key: ",
        "Authorization: Bearer sk-tn_unknown",
        "Authorization: bearer x",
        "Authorization: Basic dXNlcjpwYXNz",
      })
  void givenAnyCredential_whenSent_thenUnauthenticated(String header) {
    refused(401, 1001, header);
    service
        .printed(
            "POST " + TENANTS,
            List.of(header, "Content-Type: application/json"),
            "{\"name\":\"a\"}")
        .problem(401, 1001);
  }

  @Test
  void givenTwoCredentials_whenDifferent_thenUnreadable() {
    refused(400, 1000, "X-API-Key: a", "Authorization: Bearer b");
    refused(401, 1001, "X-API-Key: a", "Authorization: Bearer a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: example.com",
        "Host: localhost.example.com",
        "Host: 127.0.0.1.example.com:8080",
        "Host: 192.168.0.1",
        "Origin: https://example.com",
        "Origin: null",
        "Origin: http://localhost:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Forwarded: for=1.2.3.4",
        "X-Forwarded-For: 127.0.0.1",
        "X-Forwarded-Host: localhost",
        "X-Forwarded-Proto: https",
        "Via: 1.1 proxy",
        "X-Real-IP: 127.0.0.1",
        "CF-Connecting-IP: 127.0.0.1",
        "True-Client-IP: 127.0.0.1",
      })
  void givenRequestFromElsewhere_whenSent_thenForbidden(String header) {
    refused(403, 1002, header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: LOCALHOST",
        "Host: 127.0.0.1:9",
        "Host: [::1]:8080",
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: none",
        "Origin: http://localhost",
      })
  void givenRequestFromThisMachine_whenSent_thenServed(String header) {
    service.printed("GET " + TENANTS + "/default", List.of(header), "").is(200);
  }

  @Test
  void givenOpenPaths_whenAskedFromElsewhere_thenServed() {
    for (String path :
        List.of(
            "/",
            "/openapi.json",
            "/problems/validation",
            "/actuator/health/liveness",
            "/actuator/health/readiness")) {
      assertThat(service.printed("GET " + path, List.of("Host: example.com"), "").status())
          .as(path)
          .isEqualTo(200);
    }
    for (String path : List.of("/actuator", "/actuator/health", "/actuator/env", "/error")) {
      assertThat(service.printed("GET " + path, List.of("Host: example.com"), "").status())
          .as(path)
          .isEqualTo(403);
    }
  }

  @Test
  void givenTenantInHeader_whenByIdOrSlug_thenThatTenant() {
    String slug = tenant();
    String id = get(TENANTS + "/" + slug).is(200).data().get("id").asString();
    String model = model(slug, "{\"name\":\"m\"}");
    assertThat(get(model, "X-Tenant-ID", id).is(200).data().get("tenant_id").asString())
        .isEqualTo(id);
    get(model, "X-Tenant-ID", slug).is(200);
    get(model).problem(404, 1003);
    get(model, "X-Tenant-ID", "default").problem(404, 1003);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "no-such-tenant", "99999999999999999999", "UPPER", "a b"})
  void givenUnknownTenant_whenNamed_thenNotFound(String tenant) {
    get(MODELS, "X-Tenant-ID", tenant).problem(404, 2000);
    get("/api/v1/me", "X-Tenant-ID", tenant).problem(404, 2000);
    get(TENANTS + "/search", "X-Tenant-ID", tenant).problem(404, 2000);
    post(MODELS, "{\"name\":\"a\"}", "X-Tenant-ID", tenant).problem(404, 2000);
    get(TENANTS + "/" + tenant.replace(" ", "%20")).problem(404, 2000);
    get(applications(tenant.replace(" ", "%20"))).problem(404, 2000);
  }

  @Test
  void givenHeaderAndPath_whenTheyDisagree_thenUnreadable() {
    String slug = tenant();
    String id = get(TENANTS + "/" + slug).is(200).data().get("id").asString();
    for (String header : List.of(slug, id)) {
      get(TENANTS + "/" + slug, "X-Tenant-ID", header).is(200);
      get(applications(id), "X-Tenant-ID", header).is(200);
      get(TENANTS + "/default", "X-Tenant-ID", header).problem(400, 1000);
      put(TENANTS + "/default", "{\"name\":\"x\"}", "X-Tenant-ID", header).problem(400, 1000);
      delete(TENANTS + "/default", "X-Tenant-ID", header).problem(400, 1000);
      get(applications("default"), "X-Tenant-ID", header).problem(400, 1000);
    }
  }

  @Test
  void givenDefaultTenant_whenDeleted_thenKept() {
    delete(TENANTS + "/default").problem(409, 1005);
    assertThat(get(TENANTS + "/default").is(200).data().get("id").longValue()).isEqualTo(10_000);
  }
}
