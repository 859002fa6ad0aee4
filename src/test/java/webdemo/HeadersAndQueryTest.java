package webdemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class HeadersAndQueryTest {

  private static final String THINGS = "/api/v1/things";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?x=1 | x",
        "?limit=1&limit=1 | limit",
        "?limit=0 | limit",
        "?limit=101 | limit",
        "?limit=0x10 | limit",
        "?limit=%2B5 | limit",
        "?limit=5.0 | limit",
        "?limit=99999999999 | limit",
        "?all=yes | all",
        "?cursor=%ff | cursor",
        "?cursor=%00 | cursor",
      })
  void givenWrongQuery_whenAsked_thenTheParameterIsNamed(String query, String field)
      throws Exception {
    HttpResponse<String> answer = Server.get(THINGS + query);
    JsonNode problem = Server.tree(answer);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem.get("code").intValue()).isEqualTo(1000);
    assertThat(problem.get("detail").stringValue()).startsWith(field + " ");
  }

  @Test
  void givenEmptyParameters_whenAsked_thenTheyAreNone() throws Exception {
    assertThat(Server.get(THINGS + "?limit=&cursor=&all=").body()).contains("[20,\"\",null]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "If-Match | 3 | 400 | If-Match",
        "If-Match | \"3 | 400 | If-Match",
        "If-Match | \"3\" \"4\" | 400 | If-Match",
        "If-Match | \"3\", | 400 | If-Match",
        "If-None-Match | abc | 400 | If-None-Match",
        "Idempotency-Key | \"open | 400 | Idempotency-Key",
        "Idempotency-Key | \"a\" b | 400 | Idempotency-Key",
        "Idempotency-Key | \"\" | 400 | Idempotency-Key",
        "If-Match | \"3\", W/\"4\", \"x\" | 200 | \"versions\":\"[3]\"",
        "If-Match | * | 200 | \"versions\":\"null\"",
        "Idempotency-Key | a,b | 200 | \"key\":\"a,b\"",
        "Idempotency-Key | \"a\\\"b\" | 200 | \"key\":\"a\\\"b\"",
      })
  void givenHeader_whenWritten_thenReadStrictly(String name, String value, int status, String shown)
      throws Exception {
    HttpResponse<String> answer = Server.ask("PUT", THINGS + "/7", new byte[0], name, value);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(shown);
  }

  @ParameterizedTest
  @CsvSource({"Idempotency-Key", "X-Tenant-ID"})
  void givenHeaderTwice_whenWritten_thenUnreadable(String name) throws Exception {
    HttpResponse<String> answer =
        Server.ask("PUT", THINGS + "/7", new byte[0], name, "a", name, "b");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Server.tree(answer).get("code").intValue()).isEqualTo(1000);
  }

  @Test
  void givenNoIdempotencyKey_whenRequired_thenUnreadable() throws Exception {
    HttpResponse<String> answer = Server.json("POST", THINGS + "/keyed", "{}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Idempotency-Key must be given");
    assertThat(Server.json("POST", THINGS + "/keyed", "{}", "Idempotency-Key", "k").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"3\" | 304", "W/\"3\" | 304", "* | 304", "\"1\", \"3\" | 304", "\"2\" | 200"})
  void givenIfNoneMatch_whenRead_thenNotSentAgain(String tags, int status) throws Exception {
    HttpResponse<String> answer = Server.get(THINGS + "/7", "If-None-Match", tags);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
  }

  @Test
  void givenWrite_whenAnswered_thenItBearsItsPosition() throws Exception {
    HttpResponse<String> done = Server.json("POST", THINGS, "{\"count\":1}");
    assertThat(done.headers().firstValue("Consistency-Token")).contains("42");
    assertThat(done.headers().firstValue("Consistency")).isEmpty();
    assertThat(done.headers().firstValue("Location")).contains("/api/v1/things/do");
    assertThat(done.headers().firstValue("Content-Type")).contains("application/json");
    HttpResponse<String> pending = Server.ask("PUT", THINGS + "/pending", new byte[0]);
    assertThat(pending.headers().firstValue("Consistency-Token")).contains("1000");
    assertThat(pending.headers().firstValue("Consistency")).contains("pending");
  }

  @ParameterizedTest
  @CsvSource({"42,200", "1000,503", "x,400", "-1,400"})
  void givenConsistencyToken_whenRead_thenWaitedFor(String token, int status) throws Exception {
    HttpResponse<String> answer = Server.get(THINGS, "Consistency-Token", token);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
  }

  @Test
  void givenRequestId_whenPrintable_thenEchoed() throws Exception {
    assertThat(Server.get(THINGS, "X-Request-ID", "abc").headers().firstValue("X-Request-ID"))
        .contains("abc");
    assertThat(
            Server.get(THINGS, "X-Request-ID", "x".repeat(129))
                .headers()
                .firstValue("X-Request-ID"))
        .hasValueSatisfying(made -> assertThat(made).hasSize(36));
  }
}
