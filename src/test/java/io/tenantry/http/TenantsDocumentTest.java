package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tenant contract as the published Go client reads and writes it. */
class TenantsDocumentTest extends HttpTest {

  private static final String GO_BODY =
      """
      {"id":0,"name":"acme","description":"","api_key":"","status":"",\
      "retriever_engines":{"engines":null},"business":"","storage_quota":0,"storage_used":0,\
      "created_at":"0001-01-01T00:00:00Z","updated_at":"0001-01-01T00:00:00Z"}""";

  /** The struct's members, and the slug that this service adds. */
  private static final List<String> MEMBERS =
      List.of(
          "id",
          "slug",
          "name",
          "description",
          "api_key",
          "status",
          "retriever_engines",
          "business",
          "storage_quota",
          "storage_used",
          "created_at",
          "updated_at");

  TenantsDocumentTest(Engines engine) {
    super(engine);
  }

  @Test
  void givenBodyOfGoClient_whenCreated_thenWholeTenantWithDefaults() {
    Answer answer = post(TENANTS, GO_BODY).is(201);
    JsonNode tenant = answer.data();
    assertThat(tenant.propertyNames()).containsExactlyElementsOf(MEMBERS);
    assertThat(tenant.get("id").isIntegralNumber()).isTrue();
    assertThat(tenant.get("id").longValue()).isGreaterThanOrEqualTo(10_000);
    assertThat(tenant.get("slug").stringValue()).isEmpty();
    assertThat(tenant.get("name").stringValue()).isEqualTo("acme");
    assertThat(tenant.get("description").stringValue()).isEmpty();
    String secret = tenant.get("api_key").stringValue();
    assertThat(secret).matches("sk-tn_[0-9A-Za-z]{58}");
    assertThat(tenant.get("status").stringValue()).isEqualTo("active");
    assertThat(tenant.get("retriever_engines")).isEqualTo(Answer.json("{\"engines\":[]}"));
    assertThat(tenant.get("business").stringValue()).isEmpty();
    assertThat(tenant.get("storage_quota").longValue()).isEqualTo(10_737_418_240L);
    assertThat(tenant.get("storage_used").longValue()).isZero();
    assertTime(tenant.get("created_at"));
    assertThat(tenant.get("updated_at")).isEqualTo(tenant.get("created_at"));
    assertThat(answer.header("Location")).isEqualTo(TENANTS + "/" + tenant.get("id").longValue());
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    ObjectNode masked = tenant.asObject().deepCopy();
    masked.put("api_key", "sk-" + secret.substring(15, 19) + "…" + secret.substring(54, 58));
    assertThat(get(answer.header("Location")).is(200).data()).isEqualTo(masked);
  }

  @Test
  void givenWhatGetAnswered_whenPutWithOneFieldChanged_thenThatFieldAlone() {
    String path = post(TENANTS, GO_BODY).is(201).header("Location");
    ObjectNode read = get(path).is(200).data().asObject();
    ObjectNode sent = read.deepCopy();
    sent.put("description", "changed");
    Answer answer = put(path, sent.toString()).is(200);
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    ObjectNode expected = sent.deepCopy();
    expected.set("updated_at", answer.data().get("updated_at"));
    assertThat(answer.data()).isEqualTo(expected);
    assertThat(get(path).is(200).data()).isEqualTo(expected);
  }

  @Test
  void givenExampleOfDocument_whenEnginesConfigured_thenAsSent() {
    String path =
        post(
                TENANTS,
                """
                {"name":"acme-corp","description":"ACME Corporation","business":"Manufacturing"}\
                """)
            .is(201)
            .header("Location");
    ObjectNode read = get(path).is(200).data().asObject();
    JsonNode engines =
        Answer.json(
            """
            {"engines":[{"retriever_type":"keywords","retriever_engine_type":"elasticsearch"},
                        {"retriever_type":"vector","retriever_engine_type":"milvus"}]}""");
    read.set("retriever_engines", engines);
    assertThat(put(path, read.toString()).is(200).data().get("retriever_engines"))
        .isEqualTo(engines);
    assertThat(get(path).data().get("retriever_engines")).isEqualTo(engines);
  }

  @Test
  void givenTenants_whenListedAsTheClientDoes_thenDataItemsHoldsAllOfThem() {
    String slug = tenant();
    Answer answer = get(TENANTS).is(200);
    JsonNode data = answer.data();
    assertThat(data.propertyNames()).containsExactly("items", "total", "page", "page_size");
    assertThat(data.get("total").intValue()).isEqualTo(data.get("items").size());
    assertThat(data.get("page").intValue()).isEqualTo(1);
    assertThat(data.get("page_size")).isEqualTo(data.get("total"));
    assertThat(answer.texts("/data/items", "slug")).contains(slug, "default");
    data.get("items")
        .forEach(item -> assertThat(item.propertyNames()).containsExactlyElementsOf(MEMBERS));
  }

  @Test
  void givenTenant_whenDeletedAsTheClientDoes_thenSuccessAndMessage() {
    Answer answer = delete(TENANTS + "/" + tenant()).is(200);
    assertThat(answer.json().propertyNames()).containsExactly("success", "message");
    assertThat(answer.json().get("success").booleanValue()).isTrue();
    assertThat(answer.json().get("message").stringValue()).isNotBlank();
  }
}
