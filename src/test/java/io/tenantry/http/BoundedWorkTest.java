package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.kernel.CostlyWork;
import io.tenantry.kernel.Memory;
import io.tenantry.kernel.Memory.Part;
import io.tenantry.kernel.RequestMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large requests while there is no room for them, and clients that are too slow. */
class BoundedWorkTest {

  private static final String MODELS = "/v1/tenant/models";
  private static final String TENANT = "/api/v1/tenants/default";
  private static final String KEYS = TENANT + "/properties/applications/app";
  private static final int THREADS = 8;
  private static final String LARGE = "x".repeat(100_000);

  @AutoClose private static Service service;

  @BeforeAll
  static void start() {
    service =
        Service.start(
            Engines.SQLITE,
            Service.folder(),
            "--tenantry.http.turn=20ms",
            "--tenantry.http.threads=" + THREADS,
            "--tenantry.http.costly=2",
            "--tenantry.http.patience=300ms",
            "--tenantry.http.bytes-per-second=1000000",
            "--server.tomcat.connection-timeout=1s");
    put("large", LARGE).is(200);
  }

  @ParameterizedTest
  @CsvSource({
    "BODY, PUT, /properties/applications/app/other",
    "TREE, PUT, /properties/applications/app/other",
    "CONTENT, GET, /properties/applications/app/large",
    "LIST, GET, /properties/applications",
    "LIST, GET, /properties/applications/app"
  })
  void givenNoRoom_whenALargeRequestComes_thenItIsRefusedForNowAndServedAfterwards(
      Part part, String method, String path) {
    occupying(
        part,
        () -> {
          assertIsRefusedForNow(ask(method, TENANT + path, LARGE));
          assertTheRestIsServed();
        });
    ask(method, TENANT + path, LARGE).is(200);
    assertNothingIsTaken();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/tenants",
        "/api/v1/tenants?page=1",
        "/api/v1/tenants/all",
        "/api/v1/tenants/search?keyword=d",
        MODELS + "?limit=1",
        TENANT + "/api-keys",
        TENANT + "/properties/applications",
        KEYS + "?limit=1"
      })
  void givenAllTurnsTaken_whenAListIsAsked_thenItIsRefusedForNowAndTheRestIsServed(String list) {
    CostlyWork work = service.bean(CostlyWork.class);
    try (var one = begun(work, "one");
        var other = begun(work, "other")) {
      assertIsRefusedForNow(ask("GET", list, ""));
      assertTheRestIsServed();
    }
    ask("GET", list, "").is(200);
  }

  @Test
  void givenAllTurnsTaken_whenACheckTakesLong_thenItIsRefusedForNowAndASmallOneIsNot() {
    String costly = "{\"items\":{\"anyOf\":[{\"pattern\":\"((a{9}){9}){9}\"},true]}}";
    String items = "\"aaaaaaaaaaaaaaaaaaaaa\"" + ",\"aaaaaaaaaaaaaaaaaaaaa\"".repeat(600);
    CostlyWork work = service.bean(CostlyWork.class);
    try (var one = begun(work, "one");
        var other = begun(work, "other")) {
      assertIsRefusedForNow(model("costly", costly, items));
      model("small", "{\"type\":\"array\"}", "1").is(201);
    }
    assertThat(model("costly", costly, items).status()).isNotEqualTo(503);
  }

  @Test
  void givenATenantThatFloods_whenAnotherAsks_thenItIsServed() {
    CostlyWork work = service.bean(CostlyWork.class);
    try (var flood = begun(work, tenantId())) {
      assertIsRefusedForNow(ask("GET", MODELS, ""));
      assertIsRefusedForNow(ask("GET", KEYS, ""));
      ask("GET", "/api/v1/tenants/search", "").is(200);
    }
  }

  @Test
  void givenADuplicateWhoseBodyFindsNoRoom_whenAnswered_thenItIsNotTakenForAnotherRequest() {
    String[] keyed = {"Content-Type", "application/json", "Idempotency-Key", "duplicate"};
    byte[] body = "{\"data\":\"%s\",\"auto_create\":true}".formatted(LARGE).getBytes(UTF_8);
    service.ask("PUT", KEYS + "/duplicate", body, keyed).is(200);
    for (Part part : new Part[] {Part.BODY, Part.TREE}) {
      occupying(
          part, () -> assertIsRefusedForNow(service.ask("PUT", KEYS + "/duplicate", body, keyed)));
    }
    assertThat(service.ask("PUT", KEYS + "/duplicate", body, keyed).is(200))
        .extracting(answer -> answer.header("Idempotent-Replayed"))
        .isEqualTo("true");
  }

  /** More of one tenant than there are threads: they may hold a quarter of these. */
  @Test
  void givenManyThatSendNoBody_whenTheyWait_thenMostAreRefusedAndHoldNoThread() throws IOException {
    try (Senders slow = Senders.start(3 * THREADS)) {
      HttpTest.await(() -> slow.sockets.stream().allMatch(Senders::isAnswered));
      assertThat(slow.answers().filter(answer -> answer.startsWith("HTTP/1.1 408 ")))
          .hasSizeLessThan(THREADS / 2);
    }
    HttpTest.await(() -> put("small", "x").status() == 200);
  }

  /** Each of them waits for its body, as one of the requests in progress. */
  private record Senders(List<Socket> sockets) implements AutoCloseable {

    static Senders start(int number) throws IOException {
      var senders = new Senders(new ArrayList<>());
      for (int i = 0; i < number; i++) {
        senders.sockets.add(sender(KEYS + "/busy", 10_000, 0));
      }
      return senders;
    }

    /** The first bytes of each. */
    Stream<String> answers() {
      return sockets.stream()
          .map(
              socket -> {
                try {
                  return new String(socket.getInputStream().readNBytes(16), UTF_8);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }

    private static boolean isAnswered(Socket socket) {
      try {
        return socket.getInputStream().available() > 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      for (Socket each : sockets) {
        each.close();
      }
    }
  }

  @Test
  void givenStoredEventsThatAreLarge_whenThereIsNoRoomToReadThem_thenNothingHasHappened() {
    put("changed", LARGE).is(200);
    occupying(Part.CONTENT, () -> put("changed", "small").is(503));
    assertThat(ask("GET", KEYS + "/changed", "").is(200).json().get("data").stringValue())
        .isEqualTo(LARGE);
    put("changed", "small").is(200);
  }

  @Test
  void givenASenderThatTrickles_whenItsTimeIsUp_thenItIsToldSoAndNothingIsStored()
      throws IOException {
    try (Socket socket = sender(KEYS + "/slow", 50_000, 20_000)) {
      String answer = trickleUntilAnswered(socket);
      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\"code\":1000");
      assertThat(answer).contains("Connection: close").contains("application/problem+json");
    }
    ask("GET", KEYS + "/slow", "").is(404);
    assertNothingIsTaken();
  }

  @Test
  void givenASenderThatFallsSilent_whenItsTimeIsUp_thenItIsToldSo() throws IOException {
    try (Socket socket = sender(KEYS + "/silent", 50_000, 20_000)) {
      assertThat(rest(socket)).startsWith("HTTP/1.1 408 ").contains("\"code\":1000");
    }
    assertNothingIsTaken();
  }

  @Test
  void givenRefusedRequestsWithBodies_whenTheyAreShort_thenTheConnectionStaysOpen()
      throws IOException {
    String refused = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n%s\r\n{}";
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      socket.setSoTimeout(30_000);
      String requests =
          refused.formatted("/nothing", "").repeat(3)
              + refused.formatted("/nothing", "Connection: close\r\n");
      socket.getOutputStream().write(requests.getBytes(UTF_8));
      assertThat(rest(socket).split("HTTP/1.1 404 ", -1)).hasSize(5);
    }
  }

  @Test
  void givenAReaderThatDoesNotRead_whenItsTimeIsUp_thenItsRoomIsFree() throws IOException {
    String path = KEYS + "/huge";
    put("huge", "x".repeat(1 << 20)).is(200);
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress("127.0.0.1", service.port()));
      // what the system keeps for a reader is full after a few of them
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.repeat(50).getBytes(UTF_8));
      HttpTest.await(() -> !isWhole(Part.CONTENT));
      HttpTest.await(() -> isWhole(Part.CONTENT));
    }
    ask("GET", path, "").is(200);
  }

  private static void assertIsRefusedForNow(Answer refused) {
    assertThat(refused.is(503).json().get("code").intValue()).isEqualTo(1008);
    assertThat(refused.header("Retry-After")).isEqualTo("1");
  }

  private static void assertTheRestIsServed() {
    put("small", "x").is(200);
    ask("GET", KEYS + "/small", "").is(200);
    assertThat(ask("GET", "/actuator/health/liveness", "").status()).isEqualTo(200);
  }

  private static CostlyWork.Share begun(CostlyWork work, String party) {
    CostlyWork.Share share = work.open(party);
    CostlyWork.begin();
    return share;
  }

  private static String tenantId() {
    return ask("GET", TENANT, "").is(200).json().get("data").get("id").asString();
  }

  private static Answer model(String name, String rule, String items) {
    String body =
        "{\"name\":\"%s\",\"schema\":{\"properties\":{\"a\":%s}},\"configuration\":{\"a\":[%s]}}"
            .formatted(name, rule, items);
    return service.ask(
        "POST",
        MODELS,
        body.getBytes(UTF_8),
        "Content-Type",
        "application/json",
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  private static Answer put(String key, String data) {
    return ask("PUT", KEYS + "/" + key, data);
  }

  private static Answer ask(String method, String path, String data) {
    byte[] body =
        method.equals("GET")
            ? new byte[0]
            : "{\"data\":\"%s\",\"auto_create\":true}".formatted(data).getBytes(UTF_8);
    return service.ask(method, path, body, "Content-Type", "application/json");
  }

  /** A request that has said how long it will be, and sent the first bytes of it. */
  private static Socket sender(String path, int length, int sent) throws IOException {
    Socket socket = new Socket("127.0.0.1", service.port());
    socket.setSoTimeout(30_000);
    socket
        .getOutputStream()
        .write(
            ("PUT "
                    + path
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: "
                    + length
                    + "\r\n\r\n{\"data\":\""
                    + "x".repeat(sent))
                .getBytes(UTF_8));
    return socket;
  }

  private static String trickleUntilAnswered(Socket socket) {
    StringBuilder answer = new StringBuilder();
    HttpTest.await(
        () -> {
          try {
            while (socket.getInputStream().available() > 0) {
              answer.append((char) socket.getInputStream().read());
            }
            socket.getOutputStream().write('x');
            return false;
          } catch (IOException e) {
            return true; // it was closed
          }
        });
    return answer.toString();
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  private static void occupying(Part part, Runnable meanwhile) {
    try (var all = RequestMemory.open(service.bean(Memory.class))) {
      RequestMemory.take(part, Long.MAX_VALUE / 2);
      meanwhile.run();
    }
  }

  /** The end of a request may be seen a moment before its room is free. */
  private static void assertNothingIsTaken() {
    for (Part part : Part.values()) {
      HttpTest.await(() -> isWhole(part));
    }
  }

  private static boolean isWhole(Part part) {
    return service.bean(Memory.class).bytesFree(part)
        == new Memory(Runtime.getRuntime().maxMemory(), Duration.ZERO).bytesFree(part);
  }
}
