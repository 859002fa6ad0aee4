package webdemo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.kernel.Role;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final String WHO = "/api/v1/things/who";

  private static Guarded server;

  @BeforeAll
  static void start() {
    server =
        new Guarded(
            "--server.forward-headers-strategy=native",
            "--tenantry.auth-failures-per-minute=2",
            "--tenantry.rate-limit.per-key=3",
            "--tenantry.rate-limit.per-tenant=5");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String with(String key) throws IOException {
    return server.get(WHO, "X-API-Key: " + key);
  }

  @Test
  void givenTooManyFailures_whenAnotherComes_thenTooManyButAGoodKeyPasses() throws IOException {
    for (int i = 0; i < 5; i++) {
      // no credential is no failed attempt
      assertThat(server.get(WHO)).startsWith("HTTP/1.1 401");
    }
    assertThat(with("wrong")).startsWith("HTTP/1.1 401");
    assertThat(with(server.keys.unknown())).startsWith("HTTP/1.1 401");
    assertThat(with("wrong"))
        .startsWith("HTTP/1.1 429")
        .containsPattern("Retry-After: (2[0-9]|30)\r\n")
        .contains("\"code\":1006");
    assertThat(with(Guarded.OPERATOR)).startsWith("HTTP/1.1 200");
    assertThat(server.get(WHO)).startsWith("HTTP/1.1 401");
    assertThat(server.get("/actuator/prometheus", "X-API-Key: " + Guarded.OPERATOR))
        .contains("tenantry_requests_refused_total{reason=\"unauthenticated\"}")
        .contains("tenantry_requests_refused_total{reason=\"too_many_requests\"}");
  }

  @Test
  void givenProxyThatIsBelieved_whenItForwards_thenEachClientHasFailuresOfItsOwn()
      throws IOException {
    for (String client : new String[] {"203.0.113.1", "203.0.113.2", "2001:db8::1"}) {
      String[] headers = {
        "X-API-Key: wrong", "X-Forwarded-For: " + client, "X-Forwarded-Proto: https"
      };
      assertThat(server.get(WHO, headers)).startsWith("HTTP/1.1 401");
      assertThat(server.get(WHO, headers))
          .startsWith("HTTP/1.1 401")
          .contains("Strict-Transport-Security: max-age=31536000");
      assertThat(server.get(WHO, headers)).startsWith("HTTP/1.1 429");
    }
    // the other addresses of a network are the same client
    assertThat(server.get(WHO, "X-API-Key: wrong", "X-Forwarded-For: 2001:db8::2"))
        .startsWith("HTTP/1.1 429");
  }

  @Test
  void givenLimits_whenAKeyThenItsTenantHasUsedThemUp_thenTooMany() throws IOException {
    String first = server.keys.give(DemoKeys.ACTIVE, Role.VIEWER);
    String second = server.keys.give(DemoKeys.ACTIVE, Role.VIEWER);
    assertThat(with(first))
        .startsWith("HTTP/1.1 200")
        .contains("RateLimit-Policy: \"key\";q=3;w=60\r\n", "RateLimit: \"key\";r=2;t=60\r\n")
        .contains(
            "RateLimit-Policy: \"tenant\";q=5;w=60\r\n", "RateLimit: \"tenant\";r=4;t=60\r\n");
    with(first);
    assertThat(with(first)).startsWith("HTTP/1.1 200").contains("RateLimit: \"key\";r=0;t=");
    assertThat(with(first))
        .startsWith("HTTP/1.1 429")
        .containsPattern("Retry-After: (5[0-9]|60)\r\n")
        .contains("RateLimit: \"key\";r=0;t=", "\"code\":1006");
    with(second);
    assertThat(with(second)).startsWith("HTTP/1.1 200").contains("RateLimit: \"tenant\";r=0;t=");
    assertThat(with(second)).startsWith("HTTP/1.1 429").contains("\"tenant\"", "Retry-After: ");
    assertThat(with(Guarded.OPERATOR)).startsWith("HTTP/1.1 200").doesNotContain("RateLimit");
  }
}
