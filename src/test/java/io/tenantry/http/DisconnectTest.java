package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client that goes away before it is answered, and comes again. */
class DisconnectTest extends GuardedTest {

  private static final int TIMES = 10;

  DisconnectTest(Engines engine) {
    super(engine);
  }

  @Test
  void givenClientThatHangsUp_whenItSendsAgain_thenItsWriteHasHappenedOnce() throws IOException {
    JsonNode tenant = tenant();
    for (int i = 0; i < TIMES; i++) {
      Call create =
          Call.of("POST", MODELS, "{\"name\":\"m%d\"}".formatted(i))
              .as(secret(tenant))
              .under(Call.newKey());
      sendAndHangUp(create);
      HttpTest.await(() -> create.lookUp().to(service).status() == 200);
      Answer again = create.to(service).is(201);
      assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
      String path = create.lookUp().to(service).data().get("resource").stringValue();
      assertThat(again.header("Location")).isEqualTo(path);
      create.to(service).repeats(again);
    }
    Answer all = ask(secret(tenant), "GET", MODELS, "").is(200);
    assertThat(all.json().get("data")).hasSize(TIMES);
  }

  private void sendAndHangUp(Call call) throws IOException {
    var request =
        new StringBuilder(call.method() + " " + call.path() + " HTTP/1.1\r\nHost: localhost\r\n");
    call.headers().forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    request.append("Content-Type: application/json\r\n");
    request.append("Content-Length: " + call.body().length() + "\r\n\r\n" + call.body());
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      socket.getOutputStream().write(request.toString().getBytes(UTF_8));
      socket.getOutputStream().flush();
    }
  }
}
