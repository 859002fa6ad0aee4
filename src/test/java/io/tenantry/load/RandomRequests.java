package io.tenantry.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests near to valid ones, and some that are none, to every endpoint there is. */
final class RandomRequests {

  private static final List<String> HEADERS =
      List.of(
          "X-Tenant-ID",
          "X-API-Key",
          "Authorization",
          "Idempotency-Key",
          "If-Match",
          "If-None-Match",
          "Consistency-Token",
          "X-Request-ID",
          "Accept",
          "Accept-Encoding",
          "Content-Type",
          "Content-Encoding",
          "Content-Length",
          "Transfer-Encoding",
          "Expect",
          "Host",
          "Origin",
          "Cookie",
          "Range",
          "If-Modified-Since",
          "Connection",
          "Upgrade",
          "X-HTTP-Method-Override",
          "X-Forwarded-For",
          "Forwarded",
          "traceparent",
          "X");

  private static final List<String> HEADER_VALUES =
      List.of(
          "",
          "a",
          "default",
          "1",
          "-1",
          "*",
          "\"1\"",
          "W/\"2\", \"3\"",
          "\"",
          "application/json",
          "application/merge-patch+json",
          "application/json-patch+json",
          "text/html",
          "*/*;q=0",
          "gzip",
          "chunked",
          "close",
          "100-continue",
          "h2c",
          "bytes=0-1",
          "localhost",
          "http://elsewhere",
          "\u00e9",
          "\u0001",
          "Bearer sk-tn_" + "0".repeat(58),
          "x".repeat(300),
          "x".repeat(9000));

  private static final List<String> PARAMETERS =
      List.of("page", "page_size", "limit", "cursor", "keyword", "tenant_id", "status", "x", "");

  private static final List<String> WORDS =
      List.of(
          "",
          "1",
          "0",
          "-1",
          "x",
          "%00",
          "%ff",
          "%2F",
          "%",
          "%C3%A9",
          "..",
          ".",
          ";a=b",
          "a%20b",
          "99999999999999999999",
          "active",
          "%F0%9F%98%80",
          "\u00e9",
          "{",
          "all",
          "search");

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "BREW");

  /** What each kind of path reads, by how it ends. */
  private static final Map<String, List<String>> BODIES =
      Map.of(
          "/tenants",
              List.of(
                  "{\"name\":\"a\",\"retriever_engines\":{\"engines\":[{"
                      + "\"retriever_type\":\"a\",\"retriever_engine_type\":\"b\"}]},\"storage_quota\":0}"),
          "/{tenant}", List.of("{\"name\":\"b\",\"description\":\"c\",\"storage_quota\":1000000}"),
          "/models",
              List.of(
                  "{\"name\":\"m\",\"configuration\":{\"a\":[1,2.50,{\"b\":null}]},"
                      + "\"schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\"}}}}"),
          "/{id}",
              List.of(
                  "{\"name\":\"n\",\"configuration\":{\"a\":[3],\"c\":{\"d\":1}}}",
                  "[{\"op\":\"add\",\"path\":\"/configuration/e\",\"value\":[1]},"
                      + "{\"op\":\"copy\",\"from\":\"/configuration\",\"path\":\"/configuration/f\"}]"),
          "/{applicationId}", List.of("{\"key\":\"k\",\"data\":\"d\"}"),
          "/{key}", List.of("{\"data\":\"e\",\"auto_create\":true}"),
          "/api-keys", List.of("{\"name\":\"k\",\"role\":\"viewer\",\"capabilities\":[\"a\"]}"),
          "/{key_id}", List.of("{\"name\":\"l\",\"role\":\"admin\",\"expires_at_unix\":0}"),
          "/rotate", List.of("{\"grace_seconds\":5}"));

  private final Random random;
  private final RandomJson json;
  private final List<String> endpoints;
  private final Map<String, List<String>> known;

  /**
   * @param endpoints such as {@code GET /api/v1/tenants/{tenant}}
   * @param known what may stand for the variables in them
   */
  RandomRequests(Random random, List<String> endpoints, Map<String, List<String>> known) {
    this.random = random;
    this.json = new RandomJson(random);
    this.endpoints = endpoints;
    this.known = known;
  }

  byte[] next() {
    String[] endpoint = json.one(endpoints).split(" ", 2);
    String method = rarely(20) ? json.one(METHODS) : endpoint[0];
    StringBuilder head = new StringBuilder(method).append(' ').append(target(endpoint[1]));
    head.append(rarely(200) ? " HTTP/2.0\r\n" : " HTTP/1.1\r\n");
    if (!rarely(100)) {
      head.append("Host: localhost\r\n");
    }
    if (endpoint[1].startsWith("/v1/tenant") && !rarely(10)) {
      head.append("X-Tenant-ID: ").append(known("tenant")).append("\r\n");
    }
    if (rarely(3) || (endpoint[1].endsWith("/models") && !rarely(10))) {
      head.append("Idempotency-Key: ").append(random.nextInt(500)).append("\r\n");
    }
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      head.append(json.one(HEADERS)).append(": ").append(json.one(HEADER_VALUES)).append("\r\n");
    }
    byte[] request = framed(head, body(endpoint[1], head)).getBytes(ISO_8859_1);
    if (rarely(30)) {
      request[random.nextInt(request.length)] = (byte) random.nextInt(256);
    }
    return request;
  }

  private String framed(StringBuilder head, String body) {
    if (body.isEmpty() && !rarely(10)) {
      return head.append("\r\n").toString();
    }
    if (rarely(8)) {
      int size = rarely(10) ? random.nextInt(5000) : body.length();
      String end = rarely(10) ? "" : "\r\n0\r\n\r\n";
      head.append("Transfer-Encoding: chunked\r\n\r\n").append(Integer.toHexString(size));
      return head.append("\r\n").append(body).append(end).toString();
    }
    int length = rarely(30) ? random.nextInt(3000) - 10 : body.length();
    return head.append("Content-Length: ")
        .append(length)
        .append("\r\n\r\n")
        .append(body)
        .toString();
  }

  private String body(String endpoint, StringBuilder head) {
    String kind = endpoint.substring(endpoint.lastIndexOf('/'));
    List<String> valid = BODIES.get(kind);
    if (valid == null || rarely(15)) {
      return rarely(3) ? latin(json.value()) : "";
    }
    String body = json.one(valid);
    String type = body.startsWith("[") ? "application/json-patch+json" : "application/json";
    if (!rarely(30)) {
      head.append("Content-Type: ").append(type).append("\r\n");
    }
    return latin(json.near(body));
  }

  private String target(String endpoint) {
    StringBuilder target = new StringBuilder();
    for (String segment : endpoint.substring(1).split("/", -1)) {
      boolean variable = segment.startsWith("{");
      String name = variable ? segment.substring(1, segment.length() - 1) : segment;
      String written = variable ? known(name) : name;
      target.append('/').append(rarely(40) ? latin(json.one(WORDS)) : written);
    }
    if (rarely(20)) {
      target.append('/').append(latin(json.one(WORDS)));
    }
    for (int i = rarely(8) ? random.nextInt(4) : 0; i > 0; i--) {
      target.append(target.indexOf("?") < 0 ? '?' : '&').append(json.one(PARAMETERS));
      target.append('=').append(latin(json.one(WORDS)));
    }
    return target.toString();
  }

  private String known(String variable) {
    List<String> values = known.getOrDefault(variable, List.of("a", "b", "c"));
    return json.one(values);
  }

  private boolean rarely(int in) {
    return random.nextInt(in) == 0;
  }

  /** As it is sent: each character a byte. */
  private static String latin(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
