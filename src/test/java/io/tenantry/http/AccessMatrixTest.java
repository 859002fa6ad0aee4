package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.http.Guests.Guest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every endpoint that the running service maps, asked by everybody. Whom {@link Guests} lets in is
 * told by the table below; an endpoint that is not in it fails the test.
 */
@ParameterizedClass
@EnumSource(Engines.class)
class AccessMatrixTest {

  private enum Least {
    OPEN,
    VIEWER,
    CONTRIBUTOR,
    ADMIN,
    OPERATOR
  }

  /** Where an endpoint's tenant is named. */
  private enum Named {
    NOWHERE,
    IN_PATH,
    IN_HEADER
  }

  /**
   * @param ok what who may is answered
   */
  private record Endpoint(
      String method, String pattern, Least least, Named named, String ok, @Nullable String body) {

    static Endpoint of(String row) {
      var cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
      var path = cells.get(0).split(" ");
      return new Endpoint(
          path[0],
          path[1],
          Least.valueOf(cells.get(1)),
          Named.valueOf(cells.get(2)),
          cells.get(3),
          cells.size() > 4 ? cells.get(4) : null);
    }

    String key() {
      return method + " " + pattern;
    }
  }

  private static final String APPLICATIONS = "/api/v1/tenants/{tenant}/properties/applications";

  private static final Map<String, Endpoint> TABLE =
      List.of(
              "GET / | OPEN | NOWHERE | 200",
              "GET /problems/{slug} | OPEN | NOWHERE | 200",
              "GET /openapi.json | OPEN | NOWHERE | 200",
              "GET /openapi.json/swagger-config | OPEN | NOWHERE | 200",
              "GET /docs | OPEN | NOWHERE | 302",
              "GET /actuator/health/** | OPEN | NOWHERE | 200",
              "GET /actuator/health | OPERATOR | NOWHERE | 200",
              "GET /actuator/prometheus | OPERATOR | NOWHERE | 200",
              "GET /actuator | OPERATOR | NOWHERE | 200",
              "GET /api/v1/me | VIEWER | NOWHERE | 200",
              // a key that was never used is everybody's own
              "GET /api/v1/idempotency-record | VIEWER | NOWHERE | 404/1003",
              "POST /api/v1/tenants | OPERATOR | NOWHERE | 201 | {'name':'x'}",
              "GET /api/v1/tenants | VIEWER | NOWHERE | 200",
              "GET /api/v1/tenants/all | OPERATOR | NOWHERE | 200",
              "GET /api/v1/tenants/search | OPERATOR | NOWHERE | 200",
              "GET /api/v1/tenants/{tenant} | VIEWER | IN_PATH | 200",
              "PUT /api/v1/tenants/{tenant} | ADMIN | IN_PATH | 200 | {'name':'y'}",
              "DELETE /api/v1/tenants/{tenant} | OPERATOR | IN_PATH | 200",
              "POST /api/v1/tenants/{tenant}/api-keys | ADMIN | IN_PATH | 201 | {'name':'x'}",
              "GET /api/v1/tenants/{tenant}/api-keys | ADMIN | IN_PATH | 200",
              "GET /api/v1/tenants/{tenant}/api-keys/{key_id} | ADMIN | IN_PATH | 200",
              "PUT /api/v1/tenants/{tenant}/api-keys/{key_id} | ADMIN | IN_PATH | 200 | {'name':'y'}",
              "DELETE /api/v1/tenants/{tenant}/api-keys/{key_id} | ADMIN | IN_PATH | 200",
              "POST /api/v1/tenants/{tenant}/api-keys/{key_id}/rotate | ADMIN | IN_PATH | 200 | {}",
              "POST /v1/tenant/models | CONTRIBUTOR | IN_HEADER | 201 | {'name':'x'}",
              "GET /v1/tenant/models | VIEWER | IN_HEADER | 200",
              "GET /v1/tenant/models/{id} | VIEWER | IN_HEADER | 200",
              "PATCH /v1/tenant/models/{id} | CONTRIBUTOR | IN_HEADER | 200 | {'name':'y'}",
              "DELETE /v1/tenant/models/{id} | CONTRIBUTOR | IN_HEADER | 200",
              "GET " + APPLICATIONS + " | VIEWER | IN_PATH | 200",
              "GET " + APPLICATIONS + "/{applicationId} | VIEWER | IN_PATH | 200",
              "POST "
                  + APPLICATIONS
                  + "/{applicationId} | CONTRIBUTOR | IN_PATH | 200 | {'key':'new','data':''}",
              "GET " + APPLICATIONS + "/{applicationId}/{key} | VIEWER | IN_PATH | 200",
              "PUT "
                  + APPLICATIONS
                  + "/{applicationId}/{key} | CONTRIBUTOR | IN_PATH | 200 | {'data':'new'}",
              "DELETE " + APPLICATIONS + "/{applicationId}/{key} | CONTRIBUTOR | IN_PATH | 200")
          .stream()
          .map(Endpoint::of)
          .collect(Collectors.toMap(Endpoint::key, Function.identity(), (a, b) -> a, TreeMap::new));

  private final Engines engine;
  private final Service guarded;
  private final Service open;

  AccessMatrixTest(Engines engine) {
    this.engine = engine;
    guarded = Service.guardedOn(engine);
    open = Service.on(engine);
  }

  @Test
  void givenTheServicesOwnMappings_whenCompared_thenTheTableHasEachOfThem() {
    assertThat(mapped(guarded)).isEqualTo(TABLE.keySet()).hasSizeGreaterThan(30);
  }

  /** The error page answers every method; whoever calls it finds nothing. */
  private static Set<String> mapped(Service service) {
    Set<String> all = new TreeSet<>();
    for (RequestMappingInfoHandlerMapping mapping :
        service.beans(RequestMappingInfoHandlerMapping.class)) {
      for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
        for (String pattern : info.getPatternValues()) {
          info.getMethodsCondition()
              .getMethods()
              .forEach(method -> all.add(method.name() + " " + pattern));
        }
      }
    }
    all.removeIf(each -> each.endsWith("/openapi.json.yaml") || each.contains("/oauth2-redirect"));
    return all;
  }

  @Test
  void givenEveryEndpoint_whenEverybodyAsks_thenTheTableIsTrueAndRefusalsChangeNothing() {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    Guests guests = new Guests(guarded, open);
    for (Endpoint endpoint : TABLE.values()) {
      for (Guest guest : Guest.values()) {
        wrong.addAll(asked(endpoint, guest, guests));
        asked++;
      }
    }
    System.out.printf(
        "access matrix: %d endpoints x %d guests = %d requests, %d wrong%n",
        TABLE.size(), Guest.values().length, asked, wrong.size());
    assertThat(wrong).isEmpty();
  }

  private List<String> asked(Endpoint endpoint, Guest guest, Guests guests) {
    Guests.Visit visit = guests.visit(guest, endpoint.named() == Named.IN_HEADER);
    String path = visit.path(endpoint.pattern());
    List<String> headers = new ArrayList<>(visit.headers());
    byte[] body = new byte[0];
    if (endpoint.body() != null) {
      body = endpoint.body().replace('\'', '"').getBytes(UTF_8);
      headers.addAll(List.of("Content-Type", "application/json"));
    }
    headers.addAll(List.of(Call.KEY, Call.newKey()));
    var happened = Happened.fromNowOn(visit.service());
    var answer = visit.service().ask(endpoint.method(), path, body, headers.toArray(String[]::new));
    String expected = expected(endpoint, guest);
    var code = answer.status() < 400 ? null : answer.json().get("code");
    String got = answer.status() + (code == null ? "" : "/" + code);
    String what = endpoint.key() + " by " + guest;
    List<String> wrong = new ArrayList<>();
    if (!got.equals(expected) && !(got.startsWith("503") && isHealthOfTestServer(endpoint))) {
      wrong.add(what + ": expected " + expected + ", got " + answer);
    }
    if (answer.status() >= 400 && !happened.by(Set.of(answer.header("X-Request-ID"))).isEmpty()) {
      wrong.add(what + ": was refused and changed the store");
    }
    return wrong;
  }

  /** Spring's own check of MongoDB asks what the wire server of the tests does not know. */
  private boolean isHealthOfTestServer(Endpoint endpoint) {
    return engine.mongo() && endpoint.pattern().equals("/actuator/health");
  }

  private static String expected(Endpoint endpoint, Guest guest) {
    String ok = endpoint.ok();
    if (endpoint.least() == Least.OPEN) {
      return ok;
    }
    return switch (guest) {
      case NONE, MALFORMED, UNKNOWN, WRONG_SECRET, EXPIRED, REVOKED, ROTATED_AWAY, OF_DELETED ->
          "401/1001";
      case OF_INACTIVE_VIEWER, OF_INACTIVE_CONTRIBUTOR, OF_INACTIVE_ADMIN -> "403/2002";
      case VIEWER -> by(Least.VIEWER, endpoint);
      case CONTRIBUTOR -> by(Least.CONTRIBUTOR, endpoint);
      case ADMIN, ADMIN_IN_GRACE -> by(Least.ADMIN, endpoint);
      case OTHER_VIEWER -> ofOther(Least.VIEWER, endpoint);
      case OTHER_CONTRIBUTOR -> ofOther(Least.CONTRIBUTOR, endpoint);
      case OTHER_ADMIN -> ofOther(Least.ADMIN, endpoint);
      case OTHER_ADMIN_NAMING -> ofOtherNaming(endpoint);
      case OPERATOR, SECOND_OPERATOR -> ok;
      case OPERATOR_WITHOUT_TENANT -> endpoint.named() == Named.IN_HEADER ? "400/1000" : ok;
      case ANONYMOUS -> ok;
    };
  }

  private static String by(Least role, Endpoint endpoint) {
    return role.compareTo(endpoint.least()) >= 0 ? endpoint.ok() : "403/1002";
  }

  /** A key of another tenant, which does not say that it means this one. */
  private static String ofOther(Least role, Endpoint endpoint) {
    if (endpoint.named() == Named.IN_PATH) {
      return "404/2000";
    }
    // it acts on its own tenant, in which this tenant's model is not
    boolean foreign = endpoint.pattern().endsWith("/models/{id}");
    String own = by(role, endpoint);
    return foreign && !own.startsWith("403") ? "404/1003" : own;
  }

  /** The same with {@code X-Tenant-ID} of this one, on every path: it is not there. */
  private static String ofOtherNaming(Endpoint endpoint) {
    return endpoint.pattern().startsWith("/actuator") ? "403/1002" : "404/2000";
  }
}
