package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the service said. */
record Answer(int status, String body, HttpHeaders headers) {

  private static final JsonMapper JSON = new JsonMapper();

  JsonNode tree() {
    return JSON.readTree(body);
  }

  JsonNode data() {
    return tree().path("data");
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  Answer is(int expected) {
    assertThat(status).as(body.length() < 1000 ? body : "a long answer").isEqualTo(expected);
    return this;
  }

  /** The status; one that says "not now" says also when. */
  int orRetryAfter() {
    assertThat(status != 503 || !header("Retry-After").isEmpty()).isTrue();
    return status;
  }

  boolean pending() {
    return header("Consistency").equals("pending");
  }

  boolean replayed() {
    return header("Idempotent-Replayed").equals("true");
  }

  /** What must be the same whenever the same is asked with the same key. */
  Told told() {
    return new Told(status, body, header("Location"), header("ETag"), header("Consistency-Token"));
  }

  record Told(int status, String body, String location, String tag, String token) {

    /** What is told again when the secret cannot be shown any more. */
    Told withoutSecret() {
      var tree = JSON.readTree(body);
      var data = (ObjectNode) tree.path("data");
      Stream.of("api_key", "token").filter(data::has).forEach(data::putNull);
      data.put("secret_expired", true);
      return new Told(status, tree.toString(), location, tag, token);
    }
  }

  boolean showsSecret() {
    return data().path("api_key").asString("").startsWith("sk-tn_");
  }

  /** The version in the ETag; -1 without one. */
  long version() {
    String tag = header("ETag").replace("\"", "");
    return tag.isEmpty() ? -1 : Long.parseLong(tag);
  }
}
