package webdemo;

import static org.assertj.core.api.Assertions.assertThat;
import static webdemo.Guarded.OPERATOR;
import static webdemo.Guarded.SECOND;

import io.tenantry.access.AccessChanges;
import io.tenantry.kernel.Role;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.userdetails.UserDetailsService;

class CredentialTest {

  private static final String WHO = "/api/v1/things/who";

  private static Guarded server;

  @BeforeAll
  static void start() {
    server = new Guarded("--tenantry.auth-failures-per-minute=0");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String body(String answer) {
    return answer
        .substring(answer.indexOf("\r\n\r\n"))
        .replaceAll("\"request_id\":\"[^\"]*\"", "")
        .strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-API-Key: " + OPERATOR + " | operator:main",
        "x-api-key: " + SECOND + " | operator:on.call",
        "Authorization: Bearer " + OPERATOR + " | operator:main",
        "authorization: bEARER   " + SECOND + " | operator:on.call",
      })
  void givenOperatorKey_whenInEitherHeader_thenTheOperatorByName(String header, String actor)
      throws IOException {
    assertThat(server.get(WHO, header))
        .startsWith("HTTP/1.1 200")
        .contains("\"actor\":\"" + actor + "\"", "\"authority\":\"operator\"", "[ROLE_OPERATOR]")
        .doesNotContain(OPERATOR, SECOND);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void givenTenantKey_whenSent_thenItsTenantAndRole(Role role) throws IOException {
    String key = server.keys.give(DemoKeys.ACTIVE, role);
    int uses = server.keys.uses.get();
    assertThat(server.get(WHO, "X-API-Key: " + key, "Authorization: Bearer " + key))
        .startsWith("HTTP/1.1 200")
        .contains("\"actor\":\"key:", role.word() + ":10000", "[ROLE_" + role + "]")
        .doesNotContain(key);
    assertThat(server.keys.uses).hasValue(uses + 1);
  }

  @Test
  void givenSeveralCredentials_whenTheyDiffer_thenUnreadable() throws IOException {
    String good = "X-API-Key: " + OPERATOR;
    for (String other :
        List.of(
            "Authorization: Bearer " + SECOND,
            "Authorization: Basic eDp5",
            "Authorization: " + OPERATOR,
            "X-API-Key: " + SECOND,
            "X-API-Key: ")) {
      assertThat(server.get(WHO, good, other)).startsWith("HTTP/1.1 400").contains("\"code\":1000");
    }
    assertThat(server.get(WHO, good, good)).startsWith("HTTP/1.1 200");
  }

  @Test
  void givenAnythingElse_whenSent_thenTheSameRefusal() throws IOException {
    String key = server.keys.give(DemoKeys.ACTIVE, Role.ADMIN);
    String revoked = server.keys.give(DemoKeys.ACTIVE, Role.ADMIN);
    server.keys.revoke(revoked);
    String nothing = server.get(WHO);
    for (String header :
        List.of(
            "X-API-Key: ",
            "Authorization: ",
            "Authorization: Bearer",
            "Authorization: Basic eDp5",
            "Authorization: " + OPERATOR,
            "Authorization: Basic " + OPERATOR,
            "X-API-Key: " + OPERATOR.toUpperCase(java.util.Locale.ROOT),
            "X-API-Key: " + OPERATOR + "," + SECOND,
            "X-API-Key: main=" + OPERATOR,
            "X-API-Key: " + "a".repeat(513),
            "X-API-Key: " + key.substring(1),
            "X-API-Key: " + server.keys.unknown(),
            "X-API-Key: " + server.keys.withWrongSecret(key),
            "X-API-Key: " + server.keys.giveExpired(),
            "X-API-Key: " + revoked,
            "X-API-Key: " + server.keys.give(DemoKeys.DELETED, Role.ADMIN))) {
      String answer = server.get(WHO, header);
      assertThat(answer)
          .as(header)
          .startsWith("HTTP/1.1 401")
          .contains("WWW-Authenticate: Bearer\r\n", "X-Content-Type-Options: nosniff")
          .contains("Cache-Control: no-store\r\n");
      assertThat(body(answer)).isEqualTo(body(nothing)).contains("\"code\":1001");
    }
  }

  @Test
  void givenKeyOfItsForm_whenRefused_thenTheStoreIsAskedOnceForAKeyAndOnceForATenant()
      throws IOException {
    String key = server.keys.give(DemoKeys.ACTIVE, Role.ADMIN);
    for (String refused :
        List.of(
            server.keys.unknown(),
            server.keys.withWrongSecret(key),
            server.keys.giveExpired(),
            server.keys.give(DemoKeys.DELETED, Role.ADMIN))) {
      int keyLookUps = server.keys.lookUps.get();
      int tenantLookUps = DemoKeys.NO_TENANT.get();
      assertThat(server.get(WHO, "X-API-Key: " + refused)).startsWith("HTTP/1.1 401");
      assertThat(server.keys.lookUps).hasValue(keyLookUps + 1);
      assertThat(DemoKeys.NO_TENANT).hasValue(tenantLookUps + 1);
    }
    int lookUps = server.keys.lookUps.get();
    server.get(WHO, "X-API-Key: " + key.substring(0, key.length() - 1) + "_");
    server.get(WHO, "X-API-Key: " + key);
    assertThat(server.keys.lookUps).hasValue(lookUps);
  }

  @Test
  void givenInactiveTenant_whenItsKeyIsSent_thenForbiddenBeforeAllElse() throws IOException {
    String key = server.keys.give(DemoKeys.INACTIVE, Role.ADMIN);
    for (String path : List.of(WHO, "/nope", "/api/v1//things", "/actuator/prometheus")) {
      assertThat(server.get(path, "X-API-Key: " + key))
          .startsWith("HTTP/1.1 403")
          .contains("\"code\":2002");
    }
  }

  @Test
  void givenAccessThatHasJustChanged_whenItIsNotKnownYet_thenUnavailable() throws IOException {
    AccessChanges changes = server.bean(AccessChanges.class);
    String key = server.keys.give(DemoKeys.ACTIVE, Role.ADMIN);
    changes.pending(DemoKeys.ACTIVE, 1000);
    try {
      assertThat(server.get(WHO, "X-API-Key: " + key))
          .startsWith("HTTP/1.1 503")
          .contains("Retry-After: 1\r\n");
      assertThat(server.get(WHO, "X-API-Key: " + server.keys.withWrongSecret(key)))
          .startsWith("HTTP/1.1 401");
      assertThat(server.get(WHO, "X-API-Key: " + OPERATOR)).startsWith("HTTP/1.1 200");
    } finally {
      server.bean(DemoApplication.TestReadModels.class).reached = 1001;
    }
    assertThat(server.get(WHO, "X-API-Key: " + key)).startsWith("HTTP/1.1 200");
    server.bean(DemoApplication.TestReadModels.class).reached = 1000;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator", "/actuator/prometheus", "/%61ctuator/prometheus"})
  void givenActuator_whenATenantAsks_thenForbidden(String path) throws IOException {
    String key = server.keys.give(DemoKeys.ACTIVE, Role.ADMIN);
    assertThat(server.get(path, "X-API-Key: " + key))
        .startsWith("HTTP/1.1 403")
        .contains("\"code\":1002");
    assertThat(server.get(path)).startsWith("HTTP/1.1 401");
    assertThat(server.get(path, "X-API-Key: " + OPERATOR)).doesNotStartWith("HTTP/1.1 40");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/nope",
    "GET,/error",
    "GET,/login",
    "POST,/logout",
    "DELETE,/openapi.json/x",
    "PUT,/api/v1/things",
    "BREW,/api/v1/things",
    "OPTIONS,/api/v1/things",
    "GET,/actuator/health",
  })
  void givenWrongRequest_whenNobodyIsKnown_thenUnauthenticatedFirst(String method, String path)
      throws IOException {
    assertThat(server.ask(method, path)).startsWith("HTTP/1.1 401");
  }

  @Test
  void givenSpringSecurity_whenStarted_thenNoUserNoSessionNoCookie() throws IOException {
    assertThat(server.get(WHO, "X-API-Key: " + OPERATOR)).doesNotContain("Set-Cookie");
    assertThat(server.beansOf(UserDetailsService.class)).isEmpty();
  }
}
