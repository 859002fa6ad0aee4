package io.tenantry.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Logged;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent, by several at once: an answer of the contract soon, nothing in the log, and
 * read models that say what the events say. {@code -Dfuzz.requests=100000} sends as many instead of
 * sending for a time, {@code -Dfuzz.seed} the same again.
 */
class RandomRequestsTest {

  private static final int SENDERS = 4;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");

  @TempDir Path folder;

  private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
  private final long wanted = Long.getLong("fuzz.requests", Long.MAX_VALUE);
  private final AtomicLong sent = new AtomicLong();
  private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

  @Test
  void givenRandomRequests_whenSent_thenEachIsAnsweredAndTheReadModelsAreTheEvents()
      throws Exception {
    sendFor(10);
  }

  @Tag("long")
  @Test
  void givenRandomRequests_whenSentForLong_thenEachIsAnsweredAndTheReadModelsAreTheEvents()
      throws Exception {
    sendFor(40);
  }

  private void sendFor(long seconds) throws Exception {
    try (var app = App.start(folder);
        var api = new Api(app.port);
        var logged = Logged.fromNowOn()) {
      var known = furnish(api);
      var endpoints = endpoints(api);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      Crowd.run(
          SENDERS,
          number -> {
            var requests = new RandomRequests(new Random(seed + number), endpoints, known);
            while (wanted == Long.MAX_VALUE ? System.nanoTime() < end : sent.get() < wanted) {
              send(app.port, requests.next(), logged);
              sent.incrementAndGet();
            }
          });
      app.awaitQuiet();
      assertThat(logged.trouble()).as("seed %d", seed).isEmpty();
    }
    var fold = Fold.of(folder);
    assertThat(fold.orphans()).isEmpty();
    assertThat(Tables.read(folder)).as("seed %d", seed).isEqualTo(fold.tables());
    System.out.printf(
        "[load] random requests: seed %d, %d sent, %d events; by status %s%n",
        seed, sent.get(), fold.head(), new TreeMap<>(answers));
  }

  /** A tenant with one of everything; of others, ids that may come to be. */
  private static Map<String, List<String>> furnish(Api api) {
    api.register("acme", "acme");
    var model = api.createModel("acme", "m", "{\"a\":[1]}").data().path("id").asString();
    var other = api.createModel("acme", "m", "{}").data().path("id").asString();
    var key = api.createApiKey("acme", "k").data().path("id").asString();
    api.putKey("acme", "app/k", "d");
    return Map.of(
        "tenant", List.of("acme", "acme", "acme", "acme", "default", "10001", "10002", "10009"),
        "id", List.of(model, model, other, "none"),
        "key_id", List.of(key, key, "1"),
        "applicationId", List.of("app", "app", "b", "a%25b"),
        "key", List.of("k", "k", "l", "%C3%A9"));
  }

  /** Tenants go seldom, so that there is something to ask for. */
  private static List<String> endpoints(Api api) {
    var all = new ArrayList<String>();
    for (var path : api.get("/openapi.json").tree().get("paths").properties()) {
      for (String verb : VERBS) {
        if (path.getValue().has(verb)) {
          String endpoint = verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
          boolean rare = endpoint.equals("DELETE /api/v1/tenants/{tenant}");
          all.addAll(java.util.Collections.nCopies(rare ? 1 : 10, endpoint));
        }
      }
    }
    all.addAll(List.of("GET /", "GET /problems/quota", "GET /openapi.json", "GET /nothing"));
    return all;
  }

  private void send(int port, byte[] request, Logged logged) throws IOException {
    final String answer;
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(shown(request), e);
    }
    var wrong = Answered.fault(new String(request, ISO_8859_1), answer);
    answers.computeIfAbsent(Answered.status(answer), status -> new LongAdder()).increment();
    var trouble = logged.trouble().stream().filter(line -> isOf(answer, line)).toList();
    if (wrong != null || !trouble.isEmpty()) {
      throw new AssertionError(
          shown(request) + "\n-> " + wrong + ", logged " + trouble + "\n" + answer);
    }
  }

  /** Whether that line of the log tells of the request that was answered so. */
  private static boolean isOf(String answer, String line) {
    return answer.contains("X-Request-ID: " + line.split(" ", 2)[0] + "\r\n");
  }

  private String shown(byte[] request) {
    return "seed " + seed + ": " + escaped(request);
  }

  private static String escaped(byte[] bytes) {
    var text = new StringBuilder();
    for (byte b : bytes) {
      text.append(b >= ' ' && b < 127 ? String.valueOf((char) b) : "\\x%02x".formatted(b & 0xff));
    }
    return text.toString();
  }
}
