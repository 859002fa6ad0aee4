package webdemo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

  @Test
  void givenTheCode_whenDocumented_thenAsItIsOnTheWire() throws Exception {
    JsonNode document = Server.tree(Server.get("/openapi.json"));
    assertThat(document.get("openapi").stringValue()).startsWith("3.1");
    JsonNode schemas = document.get("components").get("schemas");
    assertThat(schemas.get("Thing").get("properties").propertyNames())
        .contains("storage_quota", "applicationId", "parts");
    assertThat(schemas.get("Problem").get("properties").propertyNames())
        .contains("request_id", "errors");
    JsonNode post = document.get("paths").get("/api/v1/things").get("post");
    assertThat(post.get("requestBody").toString()).contains("#/components/schemas/Thing");
    assertThat(post.get("parameters").toString())
        .contains("parameters/Idempotency-Key", "parameters/X-Request-ID")
        .doesNotContain("caller", "\"query\"");
    assertThat(post.get("responses").propertyNames())
        .contains("200", "400", "401", "413", "415", "422")
        .doesNotContain("412", "304", "default");
    assertThat(document.get("components").get("responses").toString())
        .contains("#/components/schemas/Problem");
  }

  @Test
  void givenThePage_whenLoaded_thenNothingComesFromElsewhere() throws Exception {
    assertThat(Server.get("/docs").headers().firstValue("Location"))
        .contains("/swagger-ui/index.html");
    String page = Server.get("/swagger-ui/index.html").body();
    String script = Server.get("/swagger-ui/swagger-initializer.js").body();
    assertThat(page).doesNotContain("http://", "https://", "\"//");
    assertThat(script)
        .doesNotContain("http://", "https://")
        .contains("\"validatorUrl\" : \"none\"");
    assertThat(Server.get("/openapi.json/swagger-config").body())
        .contains("\"url\":\"/openapi.json\"");
  }
}
