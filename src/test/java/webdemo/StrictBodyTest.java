package webdemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StrictBodyTest {

  private static final String THINGS = "/api/v1/things";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"count\":1,\"nme\":1,\"zz\":2} | 1010 | nme",
        "{\"count\":1,\"parts\":[{\"part_name\":\"a\"},{\"partName\":\"a\"}]} | 1010 | parts[1].partName",
        "{\"count\":1,\"name\":5} | 1010 | name",
        "{\"count\":1,\"name\":true} | 1010 | name",
        "{\"count\":1,\"name\":1.5} | 1010 | name",
        "{\"count\":1,\"name\":{}} | 1010 | name",
        "{\"count\":1,\"name\":[\"a\"]} | 1010 | name",
        "{\"count\":\"5\"} | 1010 | count",
        "{\"count\":null} | 1010 | count",
        "{\"count\":true} | 1010 | count",
        "{\"count\":2147483648} | 1010 | count",
        "{\"count\":1,\"storage_quota\":1.0} | 1010 | storage_quota",
        "{\"count\":1,\"storage_quota\":1e2} | 1010 | storage_quota",
        "{\"count\":1,\"storage_quota\":\"\"} | 1010 | storage_quota",
        "{\"count\":1,\"storage_quota\":9223372036854775808} | 1010 | storage_quota",
        "{\"count\":1,\"enabled\":1} | 1010 | enabled",
        "{\"count\":1,\"enabled\":\"true\"} | 1010 | enabled",
        "{\"count\":1,\"colour\":0} | 1010 | colour",
        "{\"count\":1,\"colour\":\"BLUE\"} | 1010 | colour",
        "{\"count\":1,\"parts\":{}} | 1010 | parts",
        "{\"count\":1,\"parts\":\"\"} | 1010 | parts",
        "{\"count\":1,\"parts\":[\"\"]} | 1010 | parts[0]",
        "{\"count\":1,\"parts\":[{\"weight\":\"1\"}]} | 1010 | parts[0].weight",
        "{\"count\":1,\"name\":\"a\\u0000b\"} | 1010 | name",
        "{\"count\":1,\"name\":\"\\ud800\"} | 1010 | name",
        "{\"count\":1,\"configuration\":{\"a\":[1e10000]}} | 1010 | configuration.a[0]",
        "{\"count\":1,\"configuration\":{\"a\":1e-99999999999999}} | 1010 | configuration.a",
        "{\"count\":1,\"configuration\":{\"a\":12e9999}} | 1010 | configuration.a",
        "{\"count\":1,\"bogus\":[]} | 1010 | bogus",
        "{\"count\":1,\"parts\":[{\"part_name\":\"x\",\"zz\":{\"y\":[1]}}]} | 1010 | parts[0].zz",
        "[1] | 1010 | body",
        "\"x\" | 1010 | body",
        "null | 1010 | body",
      })
  void givenReadableButWrongBody_whenSent_thenTheFieldIsNamed(String body, int code, String field)
      throws Exception {
    HttpResponse<String> answer = Server.json("POST", THINGS, body);
    JsonNode problem = Server.tree(answer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(problem.get("code").intValue()).as(answer.body()).isEqualTo(code);
    assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo(field);
    assertThat(answer.body()).doesNotContain("tools.jackson", "java.", "webdemo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"count\":1,\"count\":2}",
        "{\"count\":1} {}",
        "{\"count\":01}",
        "{'count':1}",
        "{\"count\":1,}",
        "{\"count\":NaN}",
        "{\"count\":",
        // what is invalid is told only of what can be read
        "{\"name\":\"\\ud800\"",
        "{\"name\":\"\\ud800\",\"count\":1,\"count\":2}",
        "{\"configuration\":{\"a\":1e99999}",
        "` `",
      })
  void givenNoJson_whenSent_thenUnreadable(String body) throws Exception {
    HttpResponse<String> answer = Server.json("POST", THINGS, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Server.tree(answer).get("code").intValue()).as(answer.body()).isEqualTo(1000);
    assertThat(Server.tree(answer).has("errors")).isFalse();
  }

  @Test
  void givenDeepNesting_whenSent_thenUnreadable() throws Exception {
    String deep = "[".repeat(129) + "]".repeat(129);
    HttpResponse<String> answer =
        Server.json("POST", THINGS, "{\"count\":1,\"configuration\":" + deep + "}");
    assertThat(Server.tree(answer).get("code").intValue()).isEqualTo(1000);
  }

  @Test
  void givenBytesThatAreNotUtf8_whenSent_thenUnreadable() throws Exception {
    byte[] body = "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    HttpResponse<String> answer =
        Server.ask("POST", THINGS, body, "Content-Type", "application/json");
    assertThat(Server.tree(answer).get("code").intValue()).isEqualTo(1000);
  }

  @Test
  void givenNoBody_whenOneIsNeeded_thenUnreadable() throws Exception {
    HttpResponse<String> answer = Server.ask("POST", THINGS, new byte[0]);
    assertThat(Server.tree(answer).get("detail").stringValue()).isEqualTo("body is empty");
  }

  @Test
  void givenTooLargeBody_whenSent_thenRefused() throws Exception {
    String body = "{\"count\":1,\"name\":\"" + "x".repeat((1 << 20) + (64 << 10)) + "\"}";
    HttpResponse<String> answer = Server.json("POST", THINGS, body);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(Server.tree(answer).get("code").intValue()).isEqualTo(1013);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain | 415",
        "application/json; charset=iso-8859-1 | 415",
        "application/json; charset=nonsense | 415",
        "rubbish | 415",
        "application/merge-patch+json | 415",
        "application/json;charset=UTF-8 | 201",
        "Application/JSON | 201",
      })
  void givenMediaType_whenBodySent_thenOnlyJsonIsRead(String type, int status) throws Exception {
    byte[] body = "{\"count\":1}".getBytes(StandardCharsets.UTF_8);
    assertThat(Server.ask("POST", THINGS, body, "Content-Type", type).statusCode())
        .isEqualTo(status);
  }

  @Test
  void givenNoMediaType_whenBodySent_thenUnsupported() throws Exception {
    byte[] body = "{\"count\":1}".getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer = Server.ask("POST", THINGS, body);
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(Server.tree(answer).get("code").intValue()).isEqualTo(1015);
  }

  @Test
  void givenNumbersOfAnySize_whenSent_thenEveryDigitComesBack() throws Exception {
    String numbers = "[1.0,1E+400,123456789012345678901234567890,0.10,-5,1.50E-20,100.00]";
    HttpResponse<String> answer =
        Server.json("POST", THINGS, "{\"count\":1,\"configuration\":{\"n\":" + numbers + "}}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body())
        .contains("[1.0,1E+400,123456789012345678901234567890,0.10,-5,1.50E-20,100.00]");
  }

  @Test
  void givenMembersThatAreIgnored_whenOfAnyType_thenAccepted() throws Exception {
    HttpResponse<String> answer =
        Server.json("POST", THINGS, "{\"count\":1,\"id\":{\"x\":[]},\"created_at\":5}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void givenPatch_whenOfAnAllowedType_thenTheTreeIsGiven() throws Exception {
    byte[] body = "{\"a\":null}".getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        Server.ask("PATCH", THINGS + "/1", body, "Content-Type", "application/merge-patch+json");
    assertThat(answer.body()).contains("\"application/merge-patch+json\"", "{\"a\":null}");
  }

  @Test
  void givenBodyOnGetOrDelete_whenSent_thenIgnored() throws Exception {
    byte[] rubbish = "{{{".getBytes(StandardCharsets.UTF_8);
    assertThat(Server.ask("GET", THINGS, rubbish).statusCode()).isEqualTo(200);
    assertThat(Server.ask("DELETE", THINGS + "/1", rubbish).statusCode()).isEqualTo(200);
  }
}
