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

  /** The version in the ETag; -1 without one. */
  long version() {
    String tag = header("ETag").replace("\"", "");
    return tag.isEmpty() ? -1 : Long.parseLong(tag);
  }
}
