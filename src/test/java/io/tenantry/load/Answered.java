package io.tenantry.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says of an answer, each character a byte of it, whether it is one that a client can read. */
final class Answered {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: ([0-9]+)");
  private static final List<Integer> OF_ALLOWED_5XX = List.of(1004, 1008);

  private Answered() {}

  static String status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : "none";
  }

  /** Null when it is well-formed; an answer without a head is one to what nobody could read. */
  static @Nullable String fault(String request, String answer) {
    String rest = answer;
    while (status(rest).equals("100")) {
      rest = rest.substring(rest.indexOf("\r\n\r\n") + 4);
    }
    if (status(rest).equals("none")) {
      boolean readable = request.matches("(?s)[A-Z]+ /\\S* HTTP/1\\.1\r\n.*\r\n\r\n.*");
      return readable ? "no answer" : null;
    }
    int status = Integer.parseInt(status(rest));
    int end = rest.indexOf("\r\n\r\n");
    String head = rest.substring(0, end).toLowerCase(Locale.ROOT);
    String body = body(head, rest.substring(end + 4));
    boolean star = request.startsWith("OPTIONS *");
    if (!head.contains("\r\nx-request-id: ") && !star) {
      return "no X-Request-ID";
    }
    boolean bodiless = request.startsWith("HEAD ") || status == 304 || star;
    if (status >= 400 && !head.contains("\r\ncontent-type: application/problem+json")) {
      return "no problem";
    }
    if (bodiless || body.isEmpty()) {
      return bodiless || status < 400 ? null : "no body";
    }
    return head.contains("json") ? json(status, body) : null;
  }

  private static @Nullable String json(int status, String body) {
    try {
      JsonNode tree = JSON.readTree(body.getBytes(ISO_8859_1));
      int code = tree.path("code").asInt(0);
      if (status >= 400 && tree.path("status").asInt() != status) {
        return "another status in the body";
      }
      return status >= 500 && !OF_ALLOWED_5XX.contains(code) ? "a fault of ours" : null;
    } catch (JacksonException e) {
      return "no JSON: " + e.getOriginalMessage();
    }
  }

  /** What comes after it answers what the server has taken for another request. */
  private static int length(String head, String sent) {
    var length = LENGTH.matcher(head);
    return length.find()
        ? Math.min(Integer.parseInt(length.group(1)), sent.length())
        : sent.length();
  }

  private static String body(String head, String sent) {
    if (!head.contains("\r\ntransfer-encoding: chunked")) {
      return head.contains("\r\ncontent-encoding:") ? "" : sent.substring(0, length(head, sent));
    }
    var body = new StringBuilder();
    int at = 0;
    while (true) {
      int line = sent.indexOf("\r\n", at);
      int size = Integer.parseInt(sent.substring(at, line), 16);
      if (size == 0) {
        return head.contains("\r\ncontent-encoding:") ? "" : body.toString();
      }
      body.append(sent, line + 2, line + 2 + size);
      at = line + 2 + size + 2;
    }
  }
}
