package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the service has answered, and what an answer of ours always is. */
record Answer(String path, int status, Map<String, List<String>> headers, String body) {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNameLength(1 << 20).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** What tells one answer from its repetition, or one connection from another. */
  private static final List<String> PASSING =
      List.of(
          "Date", "X-Request-ID", "Idempotent-Replayed", "Consistency", "Connection", "Keep-Alive");

  static Answer of(String path, HttpResponse<String> response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.headers().map());
    return new Answer(path, response.statusCode(), headers, response.body());
  }

  static Answer parse(String path, String message) {
    String[] parts = message.split("\r\n\r\n", 2);
    String[] lines = parts[0].split("\r\n");
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length; i++) {
      String[] header = lines[i].split(": ?", 2);
      headers.computeIfAbsent(header[0], name -> new java.util.ArrayList<>()).add(header[1]);
    }
    String body = parts.length > 1 ? parts[1] : "";
    boolean chunked = headers.getOrDefault("Transfer-Encoding", List.of()).contains("chunked");
    return new Answer(
        path,
        Integer.parseInt(lines[0].split(" ")[1]),
        headers,
        chunked ? body.replaceAll("(?m)^[0-9a-f]+\r\n|\r\n", "") : body);
  }

  /** The same, to a request for that path. */
  Answer at(String otherPath) {
    return new Answer(otherPath, status, headers, body);
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  JsonNode json() {
    return json(body);
  }

  @Nullable String headerOrNull(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.getFirst();
  }

  String header(String name) {
    return Objects.requireNonNull(headerOrNull(name), () -> "no header " + name + " in " + this);
  }

  Answer is(int expected) {
    assertThat(status).as(toString()).isEqualTo(expected);
    assertThat(header("X-Request-ID")).isNotEmpty();
    if (expected >= 200 && expected < 300) {
      assertThat(header("Content-Type")).startsWith("application/json");
    }
    return this;
  }

  /** The first answer to a request with an {@code Idempotency-Key}. */
  Answer ranFirst() {
    assertThat(status).as(toString()).isBetween(200, 299);
    assertThat(headerOrNull("Idempotent-Replayed")).as(toString()).isEqualTo("false");
    return this;
  }

  /** The same answer once more, to the byte and in every header that does not tell it. */
  Answer repeats(Answer first) {
    assertThat(status).as(toString()).isEqualTo(first.status);
    assertThat(body).as(path).isEqualTo(first.body);
    assertThat(header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(lasting()).as(path).isEqualTo(first.lasting());
    return this;
  }

  /** The same answer once more, but the secret that it told, if any, it tells no longer. */
  Answer repeatsWithoutSecret(Answer first) {
    if (!Secrets.isIn(first.body)) {
      return repeats(first);
    }
    ObjectNode expected = (ObjectNode) first.data().deepCopy();
    for (String member : List.of("api_key", "token")) {
      if (expected.has(member)) {
        expected.putNull(member);
      }
    }
    expected.put("secret_expired", true);
    assertThat(data()).isEqualTo(expected);
    return new Answer(path, status, withLengthOf(first), first.body).repeats(first);
  }

  /** A body without its secret is shorter. */
  private Map<String, List<String>> withLengthOf(Answer other) {
    Map<String, List<String>> same = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    same.putAll(headers);
    same.computeIfPresent("Content-Length", (name, own) -> other.headers.get(name));
    return same;
  }

  /** The refusal of another request under the key of this one. */
  void isNot(Call first) {
    JsonNode problem = problem(422, 1012);
    JsonNode details = problem.at("/error/details");
    assertThat(details.propertyNames()).containsExactlyInAnyOrder("method", "path", "first_seen");
    assertThat(details.get("method").stringValue()).isEqualTo(first.method());
    assertThat(details.get("path").stringValue()).isEqualTo(withoutSlash(first.path()));
    HttpTest.assertTime(details.get("first_seen"));
    assertThat(headerOrNull("Idempotent-Replayed")).isNull();
  }

  private Map<String, List<String>> lasting() {
    Map<String, List<String>> lasting = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    lasting.putAll(headers);
    PASSING.forEach(lasting::remove);
    return lasting;
  }

  /** The data of an envelope, which has no other members. */
  JsonNode data() {
    JsonNode envelope = json();
    assertThat(envelope.propertyNames()).as(toString()).containsExactly("success", "data");
    assertThat(envelope.get("success").booleanValue()).isTrue();
    return envelope.get("data");
  }

  /** The one error body, whole. */
  JsonNode problem(int expectedStatus, int code) {
    is(expectedStatus);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.propertyNames())
        .as(toString())
        .startsWith(
            "type",
            "title",
            "status",
            "detail",
            "instance",
            "request_id",
            "success",
            "code",
            "error")
        .isSubsetOf(
            "type",
            "title",
            "status",
            "detail",
            "instance",
            "request_id",
            "success",
            "code",
            "error",
            "errors");
    assertThat(problem.get("type").stringValue()).startsWith("/problems/");
    assertThat(problem.get("title").stringValue()).isNotBlank();
    assertThat(problem.get("status").intValue()).isEqualTo(expectedStatus);
    assertThat(withoutSlash(problem.get("instance").stringValue()))
        .isEqualTo(withoutSlash(path.split("\\?", 2)[0]));
    assertThat(problem.get("request_id").stringValue()).isEqualTo(header("X-Request-ID"));
    assertThat(problem.get("success").booleanValue()).isFalse();
    assertThat(problem.get("code").intValue()).as(toString()).isEqualTo(code);
    JsonNode error = problem.get("error");
    assertThat(error.propertyNames()).containsExactly("code", "message", "details");
    assertThat(error.get("code").intValue()).isEqualTo(code);
    assertThat(error.get("message")).isEqualTo(problem.get("detail"));
    assertThat(error.get("details").isObject()).isTrue();
    boolean fields = code == 1010 || (expectedStatus == 400 && ofAppKeys());
    assertThat(problem.has("errors")).as(toString()).isEqualTo(fields);
    if (fields) {
      assertThat(problem.get("errors").size()).isPositive();
    }
    // nothing of what is inside leaks
    assertThat(body).doesNotContain("Exception", "io.tenantry", "org.", "java.", "\\tat ");
    return problem;
  }

  /** A problem that names this field, once. */
  void invalid(String field) {
    JsonNode problem = problem(400, 1010);
    assertThat(problem.get("errors").valueStream().map(e -> e.get("field").stringValue()))
        .as(toString())
        .containsExactly(field);
  }

  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private boolean ofAppKeys() {
    return path.contains("/properties/");
  }

  List<String> texts(String list, String member) {
    return json().at(list).valueStream().map(item -> item.get(member).asString()).toList();
  }

  /** Short enough for a message. */
  @Override
  public String toString() {
    String shown = body.length() > 600 ? body.substring(0, 600) + "…" : body;
    return path + " -> " + status + " " + headers + " " + shown;
  }
}
