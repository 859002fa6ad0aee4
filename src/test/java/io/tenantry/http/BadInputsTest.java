package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Logged;
import io.tenantry.engines.Engines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is wrong with a request, its sender is told what, nothing is stored, and the log keeps
 * silent. The requests are the lines of the tables in {@code bad-inputs}.
 */
@ParameterizedClass
@EnumSource(Engines.class)
class BadInputsTest {

  private static final Map<Engines, Premises> PREMISES = new HashMap<>();

  private final Premises premises;
  private final Service service;

  BadInputsTest(Engines engine) {
    premises = PREMISES.computeIfAbsent(engine, Premises::on);
    service = premises.service();
  }

  @AfterAll
  static void stop() {
    PREMISES.values().forEach(each -> each.service().close());
    PREMISES.clear();
  }

  private long head() {
    return service.bean(EventStore.class).createHeadToken().position().orElse(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenants.txt",
        "models.txt",
        "app-keys.txt",
        "api-keys.txt",
        "around.txt",
        "headers.txt",
        "order.txt",
        "wire.txt"
      })
  void givenBadInput_whenSent_thenItIsToldAndNothingHappens(String file) {
    List<JsonNode> before = premises.everything();
    SoftAssertions softly = new SoftAssertions();
    for (BadInput input : BadInput.in(file)) {
      long head = head();
      try (Logged logged = Logged.fromNowOn()) {
        softly.assertThatCode(() -> requireTold(input)).as("%s", input).doesNotThrowAnyException();
        softly.assertThat(logged.trouble()).as("logged of %s", input).isEmpty();
      }
      softly.assertThat(head()).as("events after %s", input).isEqualTo(head);
    }
    softly.assertAll();
    assertThat(premises.everything()).isEqualTo(before);
  }

  private void requireTold(BadInput input) {
    byte[] request = input.bytes(premises.things());
    Answer sent = service.raw(input.path(premises.things()), request, input.isCutOff());
    // where the request's line is no such thing, nobody knows what its path would be
    Answer answer = input.isWhole() ? sent.at(sent.json().get("instance").stringValue()) : sent;
    JsonNode problem = answer.problem(input.status(), input.code());
    if (!input.field().equals("-")) {
      assertThat(named(problem)).as(answer.toString()).isEqualTo(input.field());
    }
  }

  private static String named(JsonNode problem) {
    String field = problem.at("/error/details/field").asString("");
    Stream<String> fields =
        problem.path("errors").valueStream().map(error -> error.get("field").stringValue());
    return field.isEmpty() ? String.join(",", fields.toList()) : field;
  }

  @Test
  void givenOldestHttp_whenSpoken_thenTheBodyAloneIsTheProblem() {
    String said = service.said("GET /api/v1/me\r\n".getBytes(UTF_8), false);
    assertThat(Answer.json(said).get("code").intValue()).isEqualTo(1001);
  }

  @Test
  void givenSenderWhoWaitsToBeTold_whenItMayCome_thenItIsToldToGoOn() {
    String request =
        "POST /api/v1/tenants HTTP/1.1\r\n%sExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}"
            .formatted(premises.things().get("json"));
    assertThat(service.said(request.getBytes(UTF_8), false))
        .startsWith("HTTP/1.1 100")
        .contains("HTTP/1.1 400");
  }

  @Test
  void givenHttp2_whenSpokenUnasked_thenTheConnectionEnds() {
    byte[] preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(UTF_8);
    assertThat(service.said(preface, false)).isEmpty();
  }

  @Test
  void givenRequestThatNeverBegins_whenItsSenderEnds_thenTheConnectionEnds() {
    for (String begun : List.of("", "GET /", "GET / HTTP/1.1\r\nHost: localhost\r\nX-F")) {
      try (Logged logged = Logged.fromNowOn()) {
        assertThat(service.said(begun.getBytes(UTF_8), true)).doesNotContain("HTTP/1.1 5", "<html");
        assertThat(logged.trouble()).isEmpty();
      }
    }
  }
}
