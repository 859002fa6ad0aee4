package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import org.junit.jupiter.api.Test;

/** What a tenant may store, to the byte. */
class QuotasTest extends HttpTest {

  private static final int QUOTA = 1_000;

  private final String tenant = slug();
  private final String path = TENANTS + "/" + tenant;
  private final String app = applications(tenant) + "/app";

  QuotasTest(Engines engine) {
    super(engine);
    post(
            TENANTS,
            "{\"slug\":\"%s\",\"name\":\"Acme\",\"storage_quota\":%d}".formatted(tenant, QUOTA))
        .is(201);
  }

  @Test
  void givenRoomForSoMuch_whenThatIsStored_thenNotAByteMore() {
    key("a", 599).is(200);
    key("b", 400).problem(403, 2010);
    key("b", 399).is(200);
    assertThat(storageUsed(tenant)).isEqualTo(QUOTA);

    key("c", 0).problem(403, 2010);
    change("b", 400).problem(403, 2010);
    model("{\"name\":\"m\"}").problem(403, 2010);
    assertThat(storageUsed(tenant)).isEqualTo(QUOTA);
    get(app + "/c").problem(404, 1003);
  }

  @Test
  void givenAFullTenant_whenSomethingShrinksOrGoes_thenThatMuchIsFree() {
    key("a", 499).is(200);
    key("b", 499).is(200);

    change("a", 498).is(200);
    key("c", 0).is(200);
    change("a", 499).problem(403, 2010);
    delete(app + "/b").is(200);
    change("a", 999).problem(403, 2010);
    change("a", 998).is(200);
    assertThat(storageUsed(tenant)).isEqualTo(QUOTA);
  }

  @Test
  void givenAFullTenant_whenWhatStaysAsLargeIsChanged_thenDone() {
    String model = MODELS + "/" + model("{\"name\":\"m\"}").is(201).data().get("id").stringValue();
    key("a", QUOTA - (int) storageUsed(tenant) - 1).is(200);

    patch(model, "{\"name\":\"n\"}", "X-Tenant-ID", tenant).is(200);
    patch(model, "{\"name\":\"n\",\"description\":\"\"}", "X-Tenant-ID", tenant).is(200);
    patch(model, "{\"description\":\"d\"}", "X-Tenant-ID", tenant).problem(403, 2010);
    patch(model, "{\"name\":\"nn\"}", "X-Tenant-ID", tenant).problem(403, 2010);
    put(path, "{\"name\":\"a name that nobody counts\"}").is(200);
    assertThat(storageUsed(tenant)).isEqualTo(QUOTA);
  }

  @Test
  void givenOneChangeThatGrowsAndShrinks_whenItFitsTogether_thenDone() {
    String body = "{\"name\":\"m\",\"description\":\"%s\"}";
    var created = model(body.formatted("d".repeat(900))).is(201);
    String model = MODELS + "/" + created.data().get("id").stringValue();

    patch(
            model,
            "{\"description\":\"\",\"configuration\":{\"x\":\"%s\"}}".formatted("y".repeat(900)),
            "X-Tenant-ID",
            tenant)
        .is(200);
    patch(
            model,
            "{\"description\":\"%s\",\"configuration\":null}".formatted("d".repeat(995)),
            "X-Tenant-ID",
            tenant)
        .is(200);
    assertThat(storageUsed(tenant)).isEqualTo(998);
  }

  @Test
  void givenAQuotaBelowWhatIsStored_whenWritten_thenGrowthAloneIsRefused() {
    key("a", 499).is(200);
    key("b", 299).is(200);
    quota(600);

    key("c", 0).problem(403, 2010);
    change("a", 500).problem(403, 2010);
    change("a", 400).is(200);
    key("c", 0).problem(403, 2010);
    delete(app + "/b").is(200);
    key("c", 198).is(200);
    assertThat(storageUsed(tenant)).isEqualTo(600);
    key("d", 0).problem(403, 2010);
    quota(601);
    key("d", 0).is(200);
    key("e", 0).problem(403, 2010);
  }

  @Test
  void givenARefusal_whenItIsRead_thenItSaysHowTheTenantStands() {
    key("a", 899).is(200);

    var details = key("b", 100).problem(403, 2010).get("error").get("details");
    assertThat(details.get("storage_quota").numberValue()).isEqualTo(1000);
    assertThat(details.get("storage_used").numberValue()).isEqualTo(900);
    assertThat(details.get("storage_needed").numberValue()).isEqualTo(101);
  }

  @Test
  void givenARefusedKey_whenThereIsRoom_thenTheSameRequestRuns() {
    key("a", 899).is(200);
    String body = "{\"key\":\"b\",\"data\":\"%s\"}".formatted("x".repeat(100));
    post(app, body, "Idempotency-Key", tenant).problem(403, 2010);
    change("a", 898).is(200);

    var first = post(app, body, "Idempotency-Key", tenant).is(200);
    assertThat(first.header("Idempotent-Replayed")).isEqualTo("false");
    // full by now, which does not matter to what has happened
    var again = post(app, body, "Idempotency-Key", tenant).is(200);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
  }

  @Test
  void givenAFullTenant_whenSomethingElseIsWrongToo_thenThatIsTold() {
    key("a", 999).is(200);
    String large = "{\"data\":\"%s\"}".formatted("x".repeat(2_000));

    put(app + "/a", large, "If-Match", "\"7\"").problem(412, 1011);
    put(app + "/gone", large).problem(404, 1003);
    post(app, "{\"key\":\"a\",\"data\":\"\"}").problem(400, 1005);
    model("{\"name\":\" \"}").problem(400, 1010);
  }

  @Test
  void givenADeletedModelOrTenant_whenItIsGone_thenNobodyIsCharged() {
    String model = MODELS + "/" + model("{\"name\":\"m\"}").is(201).data().get("id").stringValue();
    delete(model, "X-Tenant-ID", tenant).is(200);
    key("a", 999).is(200);
    delete(path).is(200);
    key("b", 0).problem(404, 2000);
  }

  private void quota(int bytes) {
    put(path, "{\"storage_quota\":%d}".formatted(bytes)).is(200);
  }

  /** Takes a byte more: that of its name. */
  private Answer key(String key, int bytes) {
    return post(app, "{\"key\":\"%s\",\"data\":\"%s\"}".formatted(key, "x".repeat(bytes)));
  }

  private Answer change(String key, int bytes) {
    return put(app + "/" + key, "{\"data\":\"%s\"}".formatted("x".repeat(bytes)));
  }

  private Answer model(String json) {
    return post(MODELS, json, "X-Tenant-ID", tenant);
  }
}
