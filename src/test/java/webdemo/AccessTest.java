package webdemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

  private static String ask(String path, String host, String headers) throws IOException {
    return Server.raw(
        "GET "
            + path
            + " HTTP/1.1\r\nConnection: close\r\nHost: "
            + host
            + "\r\n"
            + headers.replace("\\n", "\r\n")
            + "\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "localhost | Accept: */* | 200",
        "LOCALHOST:8080 | Accept: */* | 200",
        "127.0.0.1:1 | Accept: */* | 200",
        "[::1]:8080 | Accept: */* | 200",
        "example.com | Accept: */* | 403",
        "localhost.example.com | Accept: */* | 403",
        "localhost:8080 | Origin: http://localhost:8080 | 200",
        "localhost:8080 | Origin: http://localhost:3000 | 403",
        "localhost:8080 | Origin: https://localhost:8080 | 403",
        "localhost | Origin: null | 403",
        "localhost | Sec-Fetch-Site: same-origin | 200",
        "localhost | Sec-Fetch-Site: none | 200",
        "localhost | Sec-Fetch-Site: same-site | 403",
        "localhost | Sec-Fetch-Site: cross-site | 403",
        "localhost | Forwarded: for=1.2.3.4 | 403",
        "localhost | X-Forwarded-Anything: x | 403",
        "localhost | X-Real-IP: 1.2.3.4 | 403",
        "localhost | Via: 1.1 proxy | 403",
        "localhost | X-API-Key: sk | 401",
        "localhost | Authorization: Bearer sk | 401",
        "localhost | Authorization: Basic eDp5 | 401",
        "localhost | X-API-Key: sk\\nAuthorization: Bearer sk | 401",
        "localhost | X-API-Key: sk\\nAuthorization: Bearer other | 400",
        "example.com | X-API-Key: sk | 401",
      })
  void givenRequest_whenFromThisMachineAndAnonymous_thenAdmitted(
      String host, String headers, int status) throws IOException {
    for (String path : new String[] {"/api/v1/things", "/actuator/prometheus"}) {
      assertThat(ask(path, host, headers)).startsWith("HTTP/1.1 " + status);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/openapi.json",
        "/problems/validation",
        "/swagger-ui/index.html",
        "/actuator/health/liveness",
        "/actuator/health/readiness"
      })
  void givenStranger_whenAskingWhatIsOpen_thenAnswered(String path) throws IOException {
    assertThat(ask(path, "example.com", "X-API-Key: sk")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/problems/../api/v1/things",
        "/swagger-ui/../api/v1/things",
        "/actuator/health",
        "/problems/x;/../../api/v1/things",
        "//api/v1/things",
        "/actuator",
        "/nope"
      })
  void givenStranger_whenGoingRoundAnOpenPath_thenForbidden(String path) throws IOException {
    assertThat(ask(path, "example.com", "Accept: */*")).startsWith("HTTP/1.1 403");
  }
}
