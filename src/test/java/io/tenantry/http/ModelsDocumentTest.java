package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The curl lines of the models document; without a tenant they are about the default one. */
class ModelsDocumentTest extends HttpTest {

  private static final String NEW =
      "{\"name\": \"New Tenant Model\", \"description\": \"Description of the model\"}";

  ModelsDocumentTest(Engines engine) {
    super(engine);
  }

  private JsonNode create() {
    return post(MODELS, NEW).is(201).data();
  }

  @Test
  void givenCreateOfDocument_whenSent_thenWholeModel() {
    Answer answer = post(MODELS, NEW, "Idempotency-Key", "unique_key").is(201);
    JsonNode model = answer.data();
    assertThat(model.propertyNames())
        .containsExactly(
            "id",
            "tenant_id",
            "name",
            "description",
            "configuration",
            "schema",
            "version",
            "created_at",
            "updated_at");
    assertThat(model.get("id").stringValue())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(model.get("tenant_id"))
        .isEqualTo(get(TENANTS + "/default").is(200).data().get("id"));
    assertThat(model.get("name").stringValue()).isEqualTo("New Tenant Model");
    assertThat(model.get("description").stringValue()).isEqualTo("Description of the model");
    assertThat(model.get("configuration")).isEqualTo(Answer.json("{}"));
    assertThat(model.get("schema").isNull()).isTrue();
    assertThat(model.get("version").intValue()).isEqualTo(1);
    assertTime(model.get("created_at"));
    assertThat(model.get("updated_at")).isEqualTo(model.get("created_at"));
    assertThat(answer.header("Location")).isEqualTo(MODELS + "/" + model.get("id").stringValue());
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(get(answer.header("Location")).is(200).data()).isEqualTo(model);
  }

  @Test
  void givenListOfDocument_whenSentWithItsCursor_thenTheNextPage() {
    for (int i = 0; i < 11; i++) {
      create();
    }
    Answer first = get(MODELS + "?limit=10").is(200);
    assertThat(first.json().propertyNames()).containsExactly("success", "data", "meta");
    assertThat(first.json().get("success").booleanValue()).isTrue();
    assertThat(first.json().get("data").size()).isEqualTo(10);
    JsonNode meta = first.json().get("meta");
    assertThat(meta.propertyNames()).containsExactly("next_cursor", "has_more");
    assertThat(meta.get("has_more").booleanValue()).isTrue();
    String cursor = meta.get("next_cursor").stringValue();
    Answer second = get(MODELS + "?limit=10&cursor=" + cursor).is(200);
    assertThat(second.texts("/data", "id"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(first.texts("/data", "id"));
  }

  @Test
  void givenUpdateOfDocument_whenSent_thenRenamed() {
    JsonNode model = create();
    String path = MODELS + "/" + model.get("id").stringValue();
    JsonNode changed = patch(path, "{\"name\": \"Updated Tenant Model\"}").is(200).data();
    assertThat(changed.get("name").stringValue()).isEqualTo("Updated Tenant Model");
    assertThat(changed.get("description")).isEqualTo(model.get("description"));
    assertThat(changed.get("version").intValue()).isEqualTo(2);
    assertThat(changed.get("created_at")).isEqualTo(model.get("created_at"));
    assertThat(get(path).is(200).data()).isEqualTo(changed);
  }

  @Test
  void givenDeleteOfDocument_whenSent_thenGone() {
    String id = create().get("id").stringValue();
    assertThat(delete(MODELS + "/" + id, "Content-Type", "application/json").is(200).body())
        .isEqualTo("{\"success\":true,\"data\":{\"id\":\"" + id + "\"}}");
    get(MODELS + "/" + id).problem(404, 1003);
    delete(MODELS + "/" + id).problem(404, 1003);
    patch(MODELS + "/" + id, "{\"name\":\"x\"}").problem(404, 1003);
  }

  @Test
  void givenPlaceholdersOfDocument_whenTakenAsTheyArePrinted_thenSaidWhatIsWrong() {
    get(MODELS + "?limit=10&cursor=abc123").problem(400, 1000);
    get(MODELS + "/tenant_model_id").problem(404, 1003);
    get(MODELS, "X-API-Key", "your_api_key").problem(401, 1001);
  }
}
