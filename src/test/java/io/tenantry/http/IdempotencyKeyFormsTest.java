package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How an {@code Idempotency-Key} is spelled. */
class IdempotencyKeyFormsTest extends GuardedTest {

  private static final String LONGEST = "x".repeat(255 - 32);

  private final JsonNode tenant = tenant();
  private final String fresh = Call.newKey().replace("-", "");
  private final Call create =
      Call.of("POST", MODELS, "{\"name\":\"m\"}").as(Service.OPERATOR).in(id(tenant));

  IdempotencyKeyFormsTest(Engines engine) {
    super(engine);
  }

  private int models() {
    Call list = Call.of("GET", MODELS).as(Service.OPERATOR).in(id(tenant));
    return list.to(service).is(200).json().get("data").size();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "# | \"#\"",
        "\"#\" | #",
        "a, # | a, #",
        "a,# | \"a,#\"",
        "#\"a\" | \"#\\\"a\\\"\"",
        "#\\a | \"#\\\\a\"",
        "#;p=1 | \"#;p=1\"",
        "#L | #L",
        "#L | \"#L\"",
        "a b # | \"a b #\"",
      })
  void givenTwoSpellings_whenTheyMeanTheSame_thenOneKey(String one, String other) {
    Answer first = create.under(spelled(one)).to(service).ranFirst();
    create.under(spelled(other)).to(service).repeats(first);
    assertThat(models()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"a# | A#", "#,a | #, a", "#a | #\"a\"", "'#' | #", "\" #\" | #"})
  void givenTwoSpellings_whenTheyMeanDifferentThings_thenTwoKeys(String one, String other) {
    create.under(spelled(one)).to(service).ranFirst();
    create.under(spelled(other)).to(service).ranFirst();
    assertThat(models()).isEqualTo(2);
  }

  private String spelled(String pattern) {
    return pattern.replace("#", fresh).replace("L", LONGEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"\"",
        "\"a",
        "\"",
        "\"a\"b",
        "\"a\";p=1",
        "\"a\\b\"",
        "\"a\"\"b\"",
        "\u00e9",
        "\"\u00e9\"",
        "a\tb",
        "L1234567890123456789012345678901234",
        "\"L1234567890123456789012345678901234\"",
      })
  void givenBadKey_whenSent_thenUnreadableAndNothingRuns(String value) {
    refusedEverywhere(List.of("Idempotency-Key: " + value.replace("L", LONGEST)));
  }

  @Test
  void givenTwoHeaders_whenSent_thenUnreadableAndNothingRuns() {
    refusedEverywhere(List.of("Idempotency-Key: " + fresh, "idempotency-key: b"));
    refusedEverywhere(List.of("Idempotency-Key: " + fresh, "Idempotency-Key: " + fresh));
    create.under(fresh).to(service).ranFirst();
  }

  private void refusedEverywhere(List<String> keys) {
    String path = TENANTS + "/" + id(tenant);
    List<String> headers = new ArrayList<>(keys);
    headers.addAll(
        List.of(
            "X-API-Key: " + Service.OPERATOR,
            "X-Tenant-ID: " + id(tenant),
            "Content-Type: application/json"));
    service.printed("POST " + MODELS, headers, "{\"name\":\"m\"}").problem(400, 1000);
    service.printed("PUT " + path, headers, "{\"name\":\"m\"}").problem(400, 1000);
    service.printed("POST " + path + "/api-keys", headers, "{\"name\":\"m\"}").problem(400, 1000);
    String app = path + "/properties/applications/app/k";
    service
        .printed("PUT " + app, headers, "{\"data\":\"x\",\"auto_create\":true}")
        .problem(400, 1000);
    assertThat(models()).isZero();
    assertThat(operator("GET", path, "").is(200).header("ETag")).isEqualTo("\"1\"");
    assertThat(operator("GET", keysOf(tenant), "").data()).hasSize(1);
    operator("GET", app, "").problem(404, 1003);
  }

  @Test
  void givenNoKey_whenWritten_thenItRunsEachTimeAndNoHeaderTellsOfIt() {
    Call change = Call.of("PUT", TENANTS + "/" + id(tenant), "{\"name\":\"n\"}");
    for (int i = 0; i < 2; i++) {
      Answer answer = change.as(Service.OPERATOR).to(service).is(200);
      assertThat(answer.headerOrNull("Idempotent-Replayed")).isNull();
    }
  }
}
