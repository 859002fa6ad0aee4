package webdemo;

import static org.assertj.core.api.Assertions.assertThat;
import static webdemo.Guarded.OPERATOR;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallTest {

  private static final String KEYS = "/api/v1/tenants/foo/properties/applications/app/";

  private static Guarded server;

  @BeforeAll
  static void start() {
    server = new Guarded("--tenantry.auth-failures-per-minute=0");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "a%25b,a%b",
    "a%3Bb,a;b",
    "a;b,a;b",
    "a%2Eb,a.b",
    "a%252Eb,a%2Eb",
    "a%252Fb,a%2Fb",
    "%252F%252f,%2F%2f",
    "a%E2%80%A8b,a\u2028b",
    "%C3%A9,é",
  })
  void givenNameOfAnyKind_whenItsSenderIsKnown_thenItPasses(String written, String name)
      throws IOException {
    assertThat(server.get(KEYS + written, "X-API-Key: " + OPERATOR))
        .startsWith("HTTP/1.1 200")
        .contains("\"key\":\"" + name + "\"");
    assertThat(server.get(KEYS + written)).startsWith("HTTP/1.1 401");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/problems/../api/v1/things",
        "/api/v1/./things",
        "/api/v1/things/..",
        "//api/v1/things",
        "/api//v1/things",
        "/swagger-ui/../actuator/prometheus",
      })
  void givenPathThatLeadsElsewhere_whenSent_thenUnreadableOnceItsSenderIsKnown(String path)
      throws IOException {
    assertThat(server.get(path)).startsWith("HTTP/1.1 401").contains("application/problem+json");
    assertThat(server.get(path, "X-API-Key: " + OPERATOR))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "\"code\":1000", "\"instance\":\"" + path + "\"");
  }

  // what Tomcat itself refuses: nobody can be asked who it was
  @ParameterizedTest
  @ValueSource(strings = {"a%2Fb", "a%5Cb", "%00", "a%00b", "%zz", "%ff"})
  void givenPathThatTomcatRefuses_whenSent_thenAProblemAllTheSame(String name) throws IOException {
    assertThat(server.get("/api/v1/things/" + name))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%0A", "%0D", "%7F"})
  void givenControlCharacters_whenSent_thenNeverSpringsPage(String name) throws IOException {
    assertThat(server.get("/api/v1/things/" + name)).startsWith("HTTP/1.1 401");
    assertThat(server.get("/api/v1/things/" + name, "X-API-Key: " + OPERATOR))
        .doesNotContain("text/html", "Exception", "HTTP/1.1 5");
  }

  @Test
  void givenMethodThatHttpDoesNotKnow_whenItsSenderIsKnown_thenOurAnswer() throws IOException {
    assertThat(server.ask("BREW", "/api/v1/things", "X-API-Key: " + OPERATOR))
        .startsWith("HTTP/1.1 405")
        .contains("\"code\":1004");
  }

  @Test
  void givenOddHeaders_whenSent_thenTheyAreNoMatterOfTheFirewall() throws IOException {
    assertThat(
            server.get(
                "/api/v1/things/who",
                "X-API-Key: " + OPERATOR,
                "X-Odd: \u00e9\u0080\t\u00ff",
                "X-Request-ID: \u00e9"))
        .startsWith("HTTP/1.1 200");
  }
}
