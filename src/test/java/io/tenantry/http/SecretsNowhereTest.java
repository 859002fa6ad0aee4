package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Comes after all other classes: whatever secret any answer has shown by then is looked for in all
 * that the service keeps and says.
 */
@Order(Integer.MAX_VALUE)
class SecretsNowhereTest {

  @Test
  void givenSecretsThatWereShown_whenAllIsSearched_thenNoneIsFound() throws IOException {
    for (Engines engine : Engines.values()) {
      if (engine.available()) {
        use(Service.guardedOn(engine));
      }
    }
    assertThat(Secrets.shown()).isPositive();
    List<String> found = new ArrayList<>(Secrets.inLogs());
    long bytes = files(found);
    int documents = 0;
    for (Service service : Service.shared()) {
      for (MongoOperations mongo : service.beans(MongoOperations.class)) {
        documents += documents(mongo, found);
      }
      found.addAll(told(service));
    }
    System.out.printf(
        "secret scan: %d secrets; %d bytes of files, %d documents, %d log lines: %d found%n",
        Secrets.shown(), bytes, documents, Secrets.logLines(), found.size());
    assertThat(documents).isPositive();
    assertThat(Secrets.logLines()).isPositive();
    assertThat(found).isEmpty();
  }

  /** One of each kind of answer that shows a secret, so that this test can stand alone. */
  private static void use(Service service) {
    String[] operator = {"X-API-Key", Service.OPERATOR, "Content-Type", "application/json"};
    byte[] name = "{\"name\":\"secrets\"}".getBytes(UTF_8);
    String tenant =
        service.ask("POST", "/api/v1/tenants", name, operator).is(201).data().get("id").asString();
    String keys = "/api/v1/tenants/" + tenant + "/api-keys";
    var key = service.ask("POST", keys, name, operator).is(201).data();
    String token = key.get("token").stringValue();
    assertThat(Secrets.in(token)).as("the search finds what is there").hasSize(1);
    String rotate = keys + "/" + key.get("id").asString() + "/rotate";
    service.ask("POST", rotate, new byte[0], operator).is(200);
    // where a client might put it by mistake
    service.ask("GET", "/api/v1/tenants?key=" + token, new byte[0], operator).is(400);
    service.ask("GET", "/api/v1/me", new byte[0], "X-API-Key", token).is(401);
  }

  private static long files(List<String> found) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(Path.of("target", "http"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        bytes += content.length;
        found.addAll(Secrets.in(new String(content, StandardCharsets.ISO_8859_1)));
      }
    }
    return bytes;
  }

  private static int documents(MongoOperations mongo, List<String> found) {
    int documents = 0;
    for (String collection : mongo.getCollectionNames()) {
      for (var document : mongo.getCollection(collection).find()) {
        documents++;
        found.addAll(Secrets.in(document.toJson()));
      }
    }
    return documents;
  }

  private static List<String> told(Service service) {
    List<String> found = new ArrayList<>();
    for (String path : List.of("/actuator", "/actuator/prometheus", "/actuator/health")) {
      var answer = service.ask("GET", path, new byte[0], "X-API-Key", Service.OPERATOR);
      found.addAll(Secrets.in(answer.body()));
    }
    return found;
  }
}
