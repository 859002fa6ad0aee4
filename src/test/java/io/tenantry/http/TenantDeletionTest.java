package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.access.events.ApiKeyRevoked;
import io.tenantry.appdata.events.AppKeyDeleted;
import io.tenantry.engines.Engines;
import io.tenantry.model.events.ModelDeleted;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

/** What the deletion of a tenant takes with it. */
class TenantDeletionTest extends HttpTest {

  private final String slug = tenant();
  private final String path = TENANTS + "/" + slug;

  TenantDeletionTest(Engines engine) {
    super(engine);
  }

  @Test
  void givenDeletedTenant_whenAnythingOfItIsAsked_thenNotFoundAtOnce() {
    String model = model(slug, "{\"name\":\"m\"}");
    String key = appKey(slug, "app", "k", "x");
    String id = get(path).data().get("id").asString();
    delete(path).is(200);

    for (String gone :
        List.of(path, TENANTS + "/" + id, key, applications(id), applications(slug))) {
      get(gone).problem(404, 2000);
    }
    get(model, "X-Tenant-ID", slug).problem(404, 2000);
    get(model, "X-Tenant-ID", id).problem(404, 2000);
    patch(model, "{\"name\":\"n\"}", "X-Tenant-ID", id).problem(404, 2000);
    get(MODELS, "X-Tenant-ID", slug).problem(404, 2000);
    post(MODELS, "{\"name\":\"a\"}", "X-Tenant-ID", id).problem(404, 2000);
    post(applications(slug) + "/app", "{\"key\":\"l\",\"data\":\"x\"}").problem(404, 2000);
    put(key, "{\"data\":\"y\"}").problem(404, 2000);
    delete(key).problem(404, 2000);
    put(path, "{\"name\":\"n\"}").problem(404, 2000);
    delete(path).problem(404, 2000);
    assertThat(get(TENANTS).texts("/data/items", "id")).doesNotContain(id);
    assertThat(get(TENANTS + "/search?tenant_id=" + id).data().get("total").intValue()).isZero();
    post(TENANTS, "{\"name\":\"a\",\"slug\":\"" + slug + "\"}").problem(409, 2001);
    assertThat(post(TENANTS, "{\"name\":\"a\"}").is(201).data().get("id").longValue())
        .isGreaterThan(Long.parseLong(id));
  }

  @Test
  void givenModelsAndKeys_whenTenantDeleted_thenEachIsByAnEventOfItsOwn() {
    long tenantId = get(path).data().get("id").longValue();
    for (int i = 0; i < 5; i++) {
      model(slug, "{\"name\":\"m\"}");
      appKey(slug, "app" + i % 2, "k" + i, "x");
      post(path + "/api-keys", "{\"name\":\"k\"}").is(201);
    }
    delete(path).is(200);
    await(() -> deleted(ModelDeleted.class, tenantId) == 5);
    await(() -> deleted(AppKeyDeleted.class, tenantId) == 5);
    // the one with which it came, too
    await(() -> deleted(ApiKeyRevoked.class, tenantId) == 6);
  }

  private long deleted(Class<?> type, long tenantId) {
    return Happened.ever(service).all().stream()
        .map(TrackedEventMessage::getPayload)
        .filter(type::isInstance)
        .filter(
            payload ->
                switch (payload) {
                  case ModelDeleted e -> e.tenantId() == tenantId;
                  case ApiKeyRevoked e -> e.tenantId() == tenantId;
                  case AppKeyDeleted e -> e.tenantId() == tenantId;
                  default -> false;
                })
        .count();
  }
}
