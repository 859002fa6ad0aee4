package io.tenantry.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of a table of bad inputs: {@code status code field | method target | body | header ...},
 * or, of {@code wire.txt}, {@code status code field | the whole request}. What a request of its
 * kind needs is added: a host, an operator's key, a media type, a tenant, an idempotency key;
 * unless a header of that name is given, or taken away by {@code -name}. {@code ${name}} is a thing
 * of the test's, {@code ${text*n}} the text that many times, {@code ${hex:00ff}} bytes, {@code
 * ${end}} the end of what is sent.
 *
 * @param field which the answer names; several by commas; {@code -} where there is none
 */
record BadInput(String line, int status, int code, String field, List<String> columns) {

  private static final Pattern HOLE =
      Pattern.compile(
          "\\$\\{(?:(\\w+)|hex:([0-9a-f]+)(?:\\*(\\d+))?|(.+?)\\*(\\d+))}", Pattern.DOTALL);
  private static final Pattern NOT_IN_URL = Pattern.compile("[^!$-;=?-Z_a-z~]");
  private static final String END = "${end}";

  static List<BadInput> in(String file) {
    try (InputStream in = BadInput.class.getResourceAsStream("/bad-inputs/" + file)) {
      String[] lines = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).split("\n", -1);
      List<BadInput> rows = new ArrayList<>();
      for (int i = 0; i < lines.length; i++) {
        if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
          rows.add(parse(file + ":" + (i + 1), lines[i]));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }

  private static BadInput parse(String where, String line) {
    List<String> columns =
        Stream.of(line.split("(?<= )\\|(?= |$)", -1)).map(String::strip).toList();
    String[] expected = columns.getFirst().split(" ", 3);
    return new BadInput(
        where + ": " + line,
        Integer.parseInt(expected[0]),
        Integer.parseInt(expected[1]),
        expected[2],
        columns.subList(1, columns.size()));
  }

  /** Whether the sender ends there, though the request has not. */
  boolean isCutOff() {
    return columns.getLast().endsWith(END);
  }

  /** The path as the answer names it. */
  String path(Map<String, String> things) {
    String[] words = columns.getFirst().split(" ", 3);
    String target = words.length > 1 ? fill(words[1], things) : "";
    return NOT_IN_URL
        .matcher(target.replaceFirst("^https?://[^/]*", ""))
        .replaceAll(each -> "%%%02X".formatted((int) each.group().charAt(0)));
  }

  byte[] bytes(Map<String, String> things) {
    return (isWhole() ? fill(wire(), things) : composed(things)).getBytes(ISO_8859_1);
  }

  /** Whether it is a request as it is, to which nothing is added. */
  boolean isWhole() {
    return columns.getFirst().contains("\\n");
  }

  private String wire() {
    return columns.getFirst().replace(END, "").replace("\\r", "\r").replace("\\n", "\n");
  }

  private String composed(Map<String, String> things) {
    String body = columns.size() > 1 ? fill(columns.get(1), things) : "";
    List<String> headers = columns.size() > 2 ? columns.subList(2, columns.size()) : List.of();
    String requestLine = columns.getFirst();
    StringBuilder request = new StringBuilder(requestLine).append(" HTTP/1.1\r\n");
    headers.stream()
        .filter(header -> !header.startsWith("-"))
        .forEach(header -> request.append(header).append("\r\n"));
    add(request, headers, "Host", "localhost");
    if (!names(headers, "Authorization")) {
      add(request, headers, "X-API-Key", Service.OPERATOR);
    }
    if (!body.isEmpty()) {
      add(request, headers, "Content-Type", "application/json");
    }
    if (requestLine.contains("/v1/tenant/models")) {
      add(request, headers, "X-Tenant-ID", "${tenant}");
    }
    if (requestLine.startsWith("POST /v1/tenant/models")) {
      add(request, headers, "Idempotency-Key", UUID.randomUUID().toString());
    }
    request.append("Connection: close\r\nContent-Length: ").append(body.length());
    return fill(request.append("\r\n\r\n").toString(), things) + body;
  }

  private static void add(StringBuilder request, List<String> headers, String name, String value) {
    if (!names(headers, name)) {
      request.append(name).append(": ").append(value).append("\r\n");
    }
  }

  private static boolean names(List<String> headers, String name) {
    return headers.stream().anyMatch(h -> h.startsWith(name + ":") || h.equals("-" + name));
  }

  /** Each character of the result is a byte. */
  private static String fill(String text, Map<String, String> things) {
    return HOLE.matcher(new String(text.getBytes(UTF_8), ISO_8859_1))
        .replaceAll(hole -> Matcher.quoteReplacement(filling(hole, things)));
  }

  private static String filling(MatchResult hole, Map<String, String> things) {
    if (hole.group(1) != null) {
      return Objects.requireNonNull(things.get(hole.group(1)), hole.group());
    }
    if (hole.group(2) != null) {
      String bytes = new String(HexFormat.of().parseHex(hole.group(2)), ISO_8859_1);
      return hole.group(3) == null ? bytes : bytes.repeat(Integer.parseInt(hole.group(3)));
    }
    return hole.group(4).repeat(Integer.parseInt(hole.group(5)));
  }

  @Override
  public String toString() {
    return line.length() > 300 ? line.substring(0, 300) + "…" : line;
  }
}
