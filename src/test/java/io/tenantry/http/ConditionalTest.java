package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ETag, If-Match and If-None-Match on the three kinds of resources. */
class ConditionalTest extends HttpTest {

  private static final List<String> STALE = List.of("\"7\"", "W/\"1\"", "\"x\"", "\"01\"");

  private final String tenant = tenant();
  private final String tenantPath = TENANTS + "/" + tenant;
  private final String model = model(tenant, "{\"name\":\"m\"}");
  private final String key = appKey(tenant, "app", "k", "x");

  ConditionalTest(Engines engine) {
    super(engine);
  }

  private String[] match(String tag) {
    return new String[] {"If-Match", tag, "X-Tenant-ID", tenant};
  }

  private String[] noneMatch(String tag) {
    return new String[] {"If-None-Match", tag, "X-Tenant-ID", tenant};
  }

  @Test
  void givenStaleVersion_whenWritten_thenPreconditionFailedAndNothingChanged() {
    for (String tag : STALE) {
      put(tenantPath, "{\"name\":\"n\"}", match(tag)).problem(412, 1011);
      delete(tenantPath, match(tag)).problem(412, 1011);
      patch(model, "{\"name\":\"n\"}", match(tag)).problem(412, 1011);
      delete(model, match(tag)).problem(412, 1011);
      put(key, "{\"data\":\"n\"}", match(tag)).problem(412, 1011);
      delete(key, match(tag)).problem(412, 1011);
    }
    for (String path : List.of(tenantPath, model, key)) {
      assertThat(get(path, "X-Tenant-ID", tenant).is(200).header("ETag")).isEqualTo("\"1\"");
    }
  }

  @Test
  void givenCurrentVersion_whenWritten_thenDone() {
    for (String tag : List.of("\"1\"", "\"9\", \"2\"", "*")) {
      put(tenantPath, "{\"name\":\"n" + tag.length() + "\"}", match(tag)).is(200);
      patch(model, "{\"name\":\"n" + tag.length() + "\"}", match(tag)).is(200);
      put(key, "{\"data\":\"n" + tag.length() + "\"}", match(tag)).is(200);
    }
    delete(key, match("\"4\"")).is(200);
    delete(model, match("\"4\"")).is(200);
    delete(tenantPath, match("\"4\"")).is(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"1", "\"1\" \"2\"", "w/\"1\"", "\"1\",", "*, \"1\""})
  void givenMalformedTag_whenSent_thenUnreadable(String tag) {
    put(tenantPath, "{\"name\":\"n\"}", match(tag)).problem(400, 1000);
    patch(model, "{\"name\":\"n\"}", match(tag)).problem(400, 1000);
    put(key, "{\"data\":\"n\"}", match(tag)).problem(400, 1000);
    get(model, noneMatch(tag)).problem(400, 1000);
    get(key, noneMatch(tag)).problem(400, 1000);
  }

  @Test
  void givenNothingThere_whenMatched_thenNotFound() {
    String missing = MODELS + "/01900000-0000-7000-8000-000000000000";
    for (String tag : List.of("\"1\"", "*")) {
      put(TENANTS + "/1", "{\"name\":\"n\"}", "If-Match", tag).problem(404, 2000);
      patch(missing, "{\"name\":\"n\"}", match(tag)).problem(404, 1003);
      delete(missing, match(tag)).problem(404, 1003);
      put(applications(tenant) + "/app/no", "{\"data\":\"n\",\"auto_create\":true}", match(tag))
          .problem(404, 1003);
      delete(applications(tenant) + "/app/no", match(tag)).problem(404, 1003);
    }
    get(applications(tenant) + "/app").is(200);
  }

  @Test
  void givenKnownVersion_whenReadAgain_thenNotModified() {
    for (String path : List.of(model, key)) {
      for (String tag : List.of("\"1\"", "W/\"1\"", "\"7\", \"1\"", "*")) {
        Answer answer = get(path, noneMatch(tag));
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.body()).isEmpty();
      }
      get(path, noneMatch("\"2\"")).is(200);
    }
    patch(model, "{\"name\":\"n\"}", "X-Tenant-ID", tenant).is(200);
    assertThat(get(model, noneMatch("\"1\"")).is(200).header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void givenTenant_whenReadWithItsVersion_thenWhole() {
    for (String tag : List.of("\"1\"", "*")) {
      assertThat(get(tenantPath, noneMatch(tag)).is(200).data().get("storage_used").longValue())
          .isPositive();
    }
  }

  @Test
  void givenDeletedAppKey_whenCreatedAgain_thenItGoesOnCounting() {
    put(key, "{\"data\":\"y\"}").is(200);
    delete(key).is(200);
    Answer again = post(applications(tenant) + "/app", "{\"key\":\"k\",\"data\":\"z\"}").is(200);
    assertThat(again.header("ETag")).isEqualTo("\"4\"");
    assertThat(get(key).is(200).header("ETag")).isEqualTo("\"4\"");
    get(key, noneMatch("\"1\"")).is(200);
    put(key, "{\"data\":\"q\"}", match("\"1\"")).problem(412, 1011);
  }

  @Test
  void givenOneWriteOfSeveralChanges_whenRead_thenVersionCountsEvents() {
    Answer answer =
        patch(
                model,
                "{\"name\":\"n\",\"description\":\"d\",\"configuration\":{\"a\":1}}",
                "X-Tenant-ID",
                tenant)
            .is(200);
    assertThat(answer.data().get("version").intValue()).isEqualTo(4);
    assertThat(answer.header("ETag")).isEqualTo("\"4\"");
  }
}
