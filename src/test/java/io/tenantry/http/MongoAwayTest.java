package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.engines.FaultyMongo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A MongoDB that serves no more for a while, in the midst of it. */
@Tag("long")
@ExtendWith(OutputCaptureExtension.class)
class MongoAwayTest {

  private static final String TENANTS = "/api/v1/tenants";

  private final FaultyMongo mongo = new FaultyMongo();
  private Service service;

  @BeforeEach
  void start(@TempDir Path folder) {
    service =
        Service.start(
            Engines.SQLITE,
            folder,
            "--tenantry.consistency.wait=200ms",
            // it tells what it refuses with a stack trace, in this process
            "--logging.level.de.bwaldvogel=off",
            "--spring.mongodb.uri=" + mongo.uri("", ""));
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
    mongo.close();
  }

  /** The primary steps down, or its user may no more. */
  @ParameterizedTest
  @CsvSource({
    "10107, NotWritablePrimary, not primary",
    "13, Unauthorized, not authorized on faulty to execute command",
    "18, AuthenticationFailed, Authentication failed.",
    "8000, AtlasError, user is not allowed to do action"
  })
  void givenCommandsThatAreRefused_whenReadOften_thenUnavailableUntilTheyAreNotAndToldOnce(
      int code, String name, String words, CapturedOutput output) {
    mongo.refuse(code, name, words, "find", "aggregate");
    for (int i = 0; i < 20; i++) {
      get(TENANTS).problem(503, 1008);
    }
    assertThat(output.getOut().lines())
        .filteredOn(line -> line.contains(name))
        .singleElement()
        .asString()
        .contains("WARN", "MongoDB [127.0.0.1:", "database faulty", words);
    assertThat(output.getOut()).doesNotContain("ERROR", "\tat ");

    mongo.serve();
    HttpTest.await(() -> get(TENANTS).status() == 200);
  }

  /** All writes; or the position alone, once the documents are there. */
  @ParameterizedTest
  @ValueSource(strings = {"update", "update processor_position"})
  void givenWritesThatFindNoPrimary_whenThereIsOneAgain_thenProjectionsHaveLostNothing(
      String refused, CapturedOutput output) {
    List<String> registered = new ArrayList<>(ids());
    mongo.refuse(10107, "NotWritablePrimary", "not primary", refused);
    int refusals = mongo.refusals();
    for (int i = 0; i < 5; i++) {
      assertThat(register(registered).header("Consistency")).isEqualTo("pending");
    }
    HttpTest.await(() -> mongo.refusals() > refusals + 10);

    mongo.serve();
    HttpTest.await(() -> register(registered).headerOrNull("Consistency") == null);
    assertThat(ids()).containsExactlyElementsOf(registered);
    assertThat(output.getOut()).doesNotContain("ERROR", "\tat ");
  }

  private Answer get(String path) {
    return service.ask("GET", path, new byte[0]);
  }

  private List<String> ids() {
    return get(TENANTS).is(200).data().findValuesAsString("id");
  }

  private Answer register(List<String> registered) {
    byte[] body = "{\"name\":\"a\"}".getBytes(UTF_8);
    Answer answer = service.ask("POST", TENANTS, body, "Content-Type", "application/json").is(201);
    registered.add(answer.data().get("id").asString());
    return answer;
  }
}
