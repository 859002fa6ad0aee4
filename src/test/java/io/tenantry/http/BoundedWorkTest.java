package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.kernel.Memory;
import io.tenantry.kernel.Memory.Part;
import io.tenantry.kernel.RequestMemory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large requests while there is no room for them, and clients that are too slow. */
class BoundedWorkTest {

  private static final String TENANT = "/api/v1/tenants/default";
  private static final String KEYS = TENANT + "/properties/applications/app";
  private static final String LARGE = "x".repeat(100_000);

  @AutoClose private static Service service;

  @BeforeAll
  static void start() {
    service =
        Service.start(
            Engines.SQLITE,
            Service.folder(),
            "--tenantry.http.turn=20ms",
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
          Answer refused = ask(method, TENANT + path, LARGE);
          assertThat(refused.is(503).json().get("code").intValue()).isEqualTo(1008);
          assertThat(refused.header("Retry-After")).isEqualTo("1");
          put("small", "x").is(200);
          ask("GET", KEYS + "/small", "").is(200);
        });
    ask(method, TENANT + path, LARGE).is(200);
    assertNothingIsTaken();
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
    try (Socket socket = sender(KEYS + "/slow", 50_000)) {
      String answer = trickleUntilAnswered(socket);
      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\"code\":1000");
      assertThat(answer).contains("Connection: close").contains("application/problem+json");
    }
    ask("GET", KEYS + "/slow", "").is(404);
    assertNothingIsTaken();
  }

  @Test
  void givenASenderThatFallsSilent_whenItsTimeIsUp_thenItIsToldSo() throws IOException {
    try (Socket socket = sender(KEYS + "/silent", 50_000)) {
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
  private static Socket sender(String path, int length) throws IOException {
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
                    + "x".repeat(20_000))
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
