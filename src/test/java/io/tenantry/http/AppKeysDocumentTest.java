package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The requests of the app keys document, byte by byte but for host, tenant and length. */
class AppKeysDocumentTest extends HttpTest {

  private static final List<String> PRINTED = List.of("Content-Type: \"application/json\"");

  private final String tenant = tenant();

  AppKeysDocumentTest(Engines engine) {
    super(engine);
  }

  private Answer printed(String method, String path, String body) {
    return service.printed(method + " " + applications(tenant) + path, PRINTED, body);
  }

  private void create(String key, String data) {
    printed("POST", "/netaxis/", "{ \"key\": \"" + key + "\", \"data\": \"" + data + "\" }")
        .is(200);
  }

  @Test
  void givenNoKeys_whenApplicationsListed_thenNone() {
    assertThat(printed("GET", "/", "{ }").is(200).json())
        .isEqualTo(Answer.json("{\"applications\":[]}"));
  }

  @Test
  void givenKeys_whenListedAsPrinted_thenShapesOfDocument() {
    create("coffee", "Lavazza is great");
    create("beer", "x");
    assertThat(printed("GET", "/", "{ }").is(200).json())
        .isEqualTo(Answer.json("{\"applications\":[{\"applicationId\":\"netaxis\"}]}"));
    JsonNode keys = printed("GET", "/netaxis/", "{ }").is(200).json();
    assertThat(keys.propertyNames()).containsExactly("applicationKeys");
    assertThat(keys.get("applicationKeys").valueStream())
        .containsExactlyInAnyOrder(
            Answer.json("{\"applicationId\":\"netaxis\",\"key\":\"coffee\"}"),
            Answer.json("{\"applicationId\":\"netaxis\",\"key\":\"beer\"}"));
    printed("GET", "/unknown/", "{ }").problem(404, 1003);
  }

  @Test
  void givenPrintedRequests_whenSentInTurn_thenAnswersOfDocument() {
    assertThat(
            printed("POST", "/netaxis/", "{ \"key\": \"coffee\", \"data\": \"Lavazza is great\" }")
                .is(200)
                .body())
        .isEqualTo(
            "{\"applicationId\":\"netaxis\",\"key\":\"coffee\",\"data\":\"Lavazza is great\"}");
    String changed =
        "{\"applicationId\":\"netaxis\",\"key\":\"coffee\",\"data\":\"Starbucks is cool\"}";
    assertThat(
            printed("PUT", "/netaxis/coffee/", "{ \"data\": \"Starbucks is cool\" }")
                .is(200)
                .body())
        .isEqualTo(changed);
    assertThat(printed("GET", "/netaxis/coffee/", "{ }").is(200).body()).isEqualTo(changed);
    assertThat(printed("DELETE", "/netaxis/coffee/", "{ }").is(200).json())
        .isEqualTo(Answer.json("{}"));
    assertThat(printed("DELETE", "/netaxis/coffee/", "{ }").is(200).json())
        .isEqualTo(Answer.json("{}"));
    printed("GET", "/netaxis/coffee/", "{ }").problem(404, 1003);
    printed("GET", "/netaxis/", "{ }").problem(404, 1003);
  }

  @Test
  void givenExistingKey_whenCreatedAgain_thenErrorElevenOfDocument() {
    create("coffee", "Lavazza is great");
    JsonNode problem =
        printed("POST", "/netaxis/", "{ \"key\": \"coffee\", \"data\": \"other\" }")
            .problem(400, 1005);
    assertThat(problem.get("errors").size()).isEqualTo(1);
    assertThat(problem.at("/errors/0/code").intValue()).isEqualTo(11);
    assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("key");
    assertThat(printed("GET", "/netaxis/coffee/", "{ }").json().get("data").stringValue())
        .isEqualTo("Lavazza is great");
  }

  @Test
  void givenInvalidParameters_whenWritten_thenErrorTwoOfDocument() {
    create("coffee", "Lavazza is great");
    for (String body : List.of("{ \"key\": \"tea\" }", "{ \"data\": \"x\" }", "{ }")) {
      JsonNode problem = printed("POST", "/netaxis/", body).problem(400, 1010);
      problem.get("errors").forEach(error -> assertThat(error.get("code").intValue()).isEqualTo(2));
    }
    JsonNode unreadable = printed("PUT", "/netaxis/coffee/", "{ \"data\": ").problem(400, 1000);
    assertThat(unreadable.at("/errors/0/code").intValue()).isEqualTo(2);
    assertThat(printed("PUT", "/netaxis/coffee/", "{ }").problem(400, 1010).at("/errors/0/code"))
        .isEqualTo(Answer.json("2"));
  }

  @Test
  void givenMissingKey_whenPut_thenNotFoundUnlessAutoCreated() {
    printed("PUT", "/netaxis/tea/", "{ \"data\": \"x\" }").problem(404, 1003);
    printed("PUT", "/netaxis/tea/", "{ \"data\": \"x\", \"auto_create\": false }")
        .problem(404, 1003);
    assertThat(
            printed("PUT", "/netaxis/tea/", "{ \"data\": \"x\", \"auto_create\": true }")
                .is(200)
                .body())
        .isEqualTo("{\"applicationId\":\"netaxis\",\"key\":\"tea\",\"data\":\"x\"}");
  }
}
