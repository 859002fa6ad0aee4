package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.MovingClock;
import io.tenantry.engines.Engines;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How long, and to whom, a secret is shown again. */
class ShownSecretsTest {

  private static final String TENANTS = "/api/v1/tenants";
  private static final Duration KEPT = Duration.ofDays(7);
  private static final MovingClock CLOCK = new MovingClock(Instant.now());

  @AutoClose private static Service service;

  @BeforeAll
  static void start() {
    service =
        Service.start(
            Engines.SQLITE,
            Service.folder(),
            CLOCK,
            "--server.address=127.0.0.1",
            "--tenantry.anonymous=operator",
            "--tenantry.operator-key=" + Service.OPERATOR_KEYS);
  }

  /** One of each kind of answer that shows a secret. */
  private static Map<Call, Answer> shown() {
    Map<Call, Answer> shown = new LinkedHashMap<>();
    JsonNode tenant = show(shown, TENANTS, "{\"name\":\"a\"}");
    String keys = TENANTS + "/" + tenant.get("id").asString() + "/api-keys";
    long tomorrow = CLOCK.instant().plus(Duration.ofDays(1)).getEpochSecond();
    String expiring = "{\"name\":\"k\",\"expires_at_unix\":%d}".formatted(tomorrow);
    JsonNode key = show(shown, keys, expiring);
    show(shown, keys + "/" + key.get("id").asString() + "/rotate", "{}");
    assertThat(shown.values().stream().map(GuardedTest::secretOf)).doesNotHaveDuplicates();
    return shown;
  }

  private static JsonNode show(Map<Call, Answer> shown, String path, String body) {
    Call call = Call.of("POST", path, body).as(Service.OPERATOR).under(Call.newKey());
    Answer first = call.to(service).ranFirst();
    assertThat(first.header("Cache-Control")).isEqualTo("no-store");
    assertThat(GuardedTest.secretOf(first)).matches("sk-tn_[0-9A-Za-z]{58}");
    assertThat(first.data().has("secret_expired")).isFalse();
    shown.put(call, first);
    return first.data();
  }

  @Test
  void givenShownSecrets_whenAskedAgain_thenShownForSevenDaysAndThenNoMore() {
    Map<Call, Answer> shown = shown();
    shown.forEach((call, first) -> call.to(service).repeats(first));
    CLOCK.move(KEPT.minusSeconds(2));
    // the expiry of the key that they made has come by now: that would be refused
    shown.forEach((call, first) -> call.to(service).repeats(first));
    CLOCK.move(Duration.ofSeconds(4));
    shown.forEach((call, first) -> call.to(service).repeatsWithoutSecret(first));
    CLOCK.move(KEPT);
    shown.forEach((call, first) -> call.to(service).repeatsWithoutSecret(first));
  }

  @Test
  void givenSecretShownToOne_whenAnotherSendsTheSameKey_thenItsOwnIsMadeAndShown() {
    Call byNobody = Call.of("POST", TENANTS, "{\"name\":\"a\"}").under(Call.newKey());
    Call byOperator = byNobody.as(Service.OPERATOR);
    Answer toNobody = byNobody.to(service).ranFirst();
    byOperator.lookUp().to(service).problem(404, 1003);
    Answer toOperator = byOperator.to(service).ranFirst();
    assertThat(GuardedTest.secretOf(toOperator)).isNotEqualTo(GuardedTest.secretOf(toNobody));
    byNobody.to(service).repeats(toNobody);
    byOperator.to(service).repeats(toOperator);
    assertThat(byNobody.lookUp().to(service).is(200).data())
        .isNotEqualTo(byOperator.lookUp().to(service).is(200).data());
  }

  @Test
  void givenSecretShownUnderAKey_whenSentUnderAnother_thenNotThatSecret() {
    Call one = Call.of("POST", TENANTS, "{\"name\":\"a\"}").under(Call.newKey());
    Answer first = one.to(service).ranFirst();
    Call other = one.under(Call.newKey());
    Answer second = other.to(service).ranFirst();
    assertThat(second.body()).doesNotContain(GuardedTest.secretOf(first));
    one.saying("{\"name\":\"b\"}").to(service).isNot(one);
    other.to(service).repeats(second);
  }
}
