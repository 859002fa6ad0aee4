package webdemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProblemsTest {

  private static final String APPLICATION = "/api/v1/tenants/foo/properties/applications/app/";

  @ParameterizedTest
  @CsvSource({
    "GET,/nope,404,1003",
    "GET,/error,404,1003",
    "GET,/api/v1/things/missing/answer,404,2000",
    "GET,/api/v1/things/broken,500,1007",
    "PUT,/api/v1/things/refused,403,2010",
    "PUT,/api/v1/things/busy,429,1006",
    "PUT,/api/v1/things/fault,500,1007",
    "PUT,/api/v1/things,405,1004",
    "BREW,/api/v1/things,405,1004",
    "GET,/api/v1/things/%ff,400,1000",
    "GET,/problems/nope,404,1003",
    "GET,/actuator/env,404,1003",
    "GET,/actuator/heapdump,404,1003",
  })
  void givenFailure_whenAnswered_thenOneBody(String method, String path, int status, int code)
      throws Exception {
    HttpResponse<String> answer = Server.ask(method, path, new byte[0]);
    JsonNode problem = Server.tree(answer);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(problem.propertyNames())
        .containsExactlyInAnyOrder(
            "type",
            "title",
            "status",
            "detail",
            "instance",
            "request_id",
            "success",
            "code",
            "error");
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("code").intValue()).isEqualTo(code);
    assertThat(problem.get("error").get("code").intValue()).isEqualTo(code);
    assertThat(problem.get("instance").stringValue()).isEqualTo(path);
    assertThat(answer.headers().firstValue("X-Request-ID"))
        .contains(problem.get("request_id").stringValue());
    assertThat(answer.body()).doesNotContain("secret inner", "Exception");
    assertThat(Server.get(problem.get("type").stringValue()).statusCode()).isEqualTo(200);
  }

  @Test
  void givenUnacceptableAccept_whenAsked_thenNotAcceptable() throws Exception {
    HttpResponse<String> answer = Server.get("/api/v1/things", "Accept", "image/png");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(Server.tree(answer).get("code").intValue()).isEqualTo(1014);
  }

  @Test
  void givenRefusalThatSaysWhen_whenAnswered_thenRetryAfter() throws Exception {
    assertThat(
            Server.ask("PUT", "/api/v1/things/busy", new byte[0])
                .headers()
                .firstValue("Retry-After"))
        .contains("7");
    assertThat(Server.ask("PUT", "/api/v1/things", new byte[0]).headers().firstValue("Allow"))
        .contains("GET, HEAD, OPTIONS, POST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"key\":\"taken\"} | 1005 | 11 | request",
        "{\"key\":5} | 1010 | 2 | key",
        "{ | 1000 | 2 | body",
      })
  void givenSurfaceOfItsOwn_whenRefused_thenItsOwnCodes(
      String body, int code, int fieldCode, String field) throws Exception {
    HttpResponse<String> answer = Server.json("POST", APPLICATION, body);
    JsonNode problem = Server.tree(answer);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem.get("code").intValue()).isEqualTo(code);
    assertThat(problem.get("errors").get(0).get("code").intValue()).isEqualTo(fieldCode);
    assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo(field);
  }

  @Test
  void givenMediaTypeInQuotes_whenOfAppKeys_thenRead() throws Exception {
    byte[] body =
        "{\"key\":\"a\",\"data\":\"b\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String quoted = "\"application/json\"";
    assertThat(Server.ask("POST", APPLICATION, body, "Content-Type", quoted).body())
        .isEqualTo("{\"key\":\"a\",\"data\":\"b\"}");
    assertThat(Server.ask("POST", "/api/v1/things", body, "Content-Type", quoted).statusCode())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({"a;b,a;b", "a%3Bb,a;b", "50%25/,50%", "%2525,%25", "a+b,a+b", "%C3%A9/,é"})
  void givenNameInPath_whenRead_thenDecodedOnce(String written, String name) throws Exception {
    assertThat(Server.tree(Server.get(APPLICATION + written)).get("key").stringValue())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/things/a%2Fb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /api/v1/things/a%5Cb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /api/v1/things/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /api/v1/things/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /a{b HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
      })
  void givenOddBytes_whenSent_thenTomcatsOwnPageIsNeverSeen(String request) throws IOException {
    String answer = Server.raw(request);
    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(answer).doesNotContain("<html", "Tomcat", "Exception");
  }

  @Test
  void givenEncodedSlash_whenSent_thenAProblem() throws IOException {
    assertThat(
            Server.raw(
                "GET /api/v1/things/a%2Fb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .contains("application/problem+json", "\"code\":1000");
  }

  @Test
  void givenAnswerThatBreaksHalfway_whenStreamed_thenTheConnectionBreaks() {
    Assertions.assertThatThrownBy(() -> Server.get("/api/v1/things/torn"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void givenReadModelsBehind_whenStarting_thenUnavailable() throws Exception {
    var readModels = Server.CONTEXT.getBean(DemoApplication.TestReadModels.class);
    readModels.caughtUp = false;
    try {
      HttpResponse<String> answer = Server.get("/api/v1/things");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      assertThat(Server.get("/").statusCode()).isEqualTo(200);
    } finally {
      readModels.caughtUp = true;
    }
  }
}
