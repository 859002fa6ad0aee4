package webdemo;

import static org.assertj.core.api.Assertions.assertThat;
import static webdemo.Guarded.OPERATOR;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CrossOriginTest {

  private static final String THINGS = "/api/v1/things";
  private static final String KEY = "X-API-Key: " + OPERATOR;
  private static final String LISTED = "Origin: https://console.example.com";
  private static final String OTHER = "Origin: https://evil.example.com";
  private static final String[] PREFLIGHT = {
    "Access-Control-Request-Method: DELETE",
    "Access-Control-Request-Headers: authorization, idempotency-key"
  };

  private static Guarded on;
  private static Guarded off;

  @BeforeAll
  static void start() {
    on =
        new Guarded(
            "--tenantry.cors.allowed-origins=https://console.example.com,http://localhost:3000");
    off = new Guarded();
  }

  @AfterAll
  static void stop() {
    on.close();
    off.close();
  }

  private static String preflight(Guarded server, String origin) throws IOException {
    return server.ask("OPTIONS", THINGS, origin, PREFLIGHT[0], PREFLIGHT[1]);
  }

  @Test
  void givenListedOrigin_whenItsPageAsksFirst_thenAnsweredWithoutACredential() throws IOException {
    assertThat(preflight(on, LISTED))
        .startsWith("HTTP/1.1 200")
        .contains(
            "Access-Control-Allow-Origin: https://console.example.com\r\n",
            "Access-Control-Allow-Methods: GET,HEAD,POST,PUT,PATCH,DELETE\r\n",
            "Access-Control-Allow-Headers: authorization, idempotency-key\r\n")
        .doesNotContain("Access-Control-Allow-Credentials");
    assertThat(preflight(on, "Origin: http://localhost:3000")).startsWith("HTTP/1.1 200");
  }

  @Test
  void givenListedOrigin_whenItsPageAsks_thenItMayReadTheAnswerAndTheRefusal() throws IOException {
    assertThat(on.get(THINGS, LISTED, KEY))
        .startsWith("HTTP/1.1 200")
        .contains(
            "Access-Control-Allow-Origin: https://console.example.com\r\n",
            "Access-Control-Expose-Headers: ETag, Location, Link, X-Request-ID, Consistency-Token,"
                + " Consistency, Idempotent-Replayed, Idempotent-Secret, RateLimit,"
                + " RateLimit-Policy, Retry-After\r\n",
            "Vary: Origin\r\n");
    assertThat(on.get(THINGS, LISTED))
        .startsWith("HTTP/1.1 401")
        .contains("Access-Control-Allow-Origin: https://console.example.com\r\n");
    assertThat(on.get(THINGS + "/broken", LISTED, KEY))
        .startsWith("HTTP/1.1 500")
        .contains("Access-Control-Allow-Origin: https://console.example.com\r\n");
  }

  @Test
  void givenOtherOrigin_whenItsPageAsks_thenItReadsNothing() throws IOException {
    assertThat(preflight(on, OTHER))
        .startsWith("HTTP/1.1 403")
        .contains("application/problem+json")
        .doesNotContain("Access-Control-Allow");
    assertThat(on.get(THINGS, OTHER))
        .startsWith("HTTP/1.1 401")
        .doesNotContain("Access-Control-Allow");
    assertThat(on.get(THINGS, OTHER, KEY))
        .startsWith("HTTP/1.1 200")
        .doesNotContain("Access-Control-Allow");
    assertThat(on.ask("BREW", THINGS, LISTED, KEY)).startsWith("HTTP/1.1 405");
  }

  @Test
  void givenNoOrigins_whenAPageAsks_thenItReadsNothing() throws IOException {
    assertThat(preflight(off, LISTED))
        .startsWith("HTTP/1.1 401")
        .doesNotContain("Access-Control-Allow");
    assertThat(off.get(THINGS, LISTED, KEY))
        .startsWith("HTTP/1.1 200")
        .doesNotContain("Access-Control");
  }
}
