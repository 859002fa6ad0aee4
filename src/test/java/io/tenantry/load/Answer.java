package io.tenantry.load;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    Told withBody(String other) {
      return new Told(status, other, location, tag, token);
    }
  }

  /** The version in the ETag; -1 without one. */
  long version() {
    String tag = header("ETag").replace("\"", "");
    return tag.isEmpty() ? -1 : Long.parseLong(tag);
  }
}
