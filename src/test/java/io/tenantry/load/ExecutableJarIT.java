package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutableJarIT {

  @TempDir Path folder;

  @Test
  void givenTheJarAlone_whenKilledAndStartedAgain_thenWhatWasWrittenIsThere() throws Exception {
    Path data = folder.resolve("data");
    String location;
    try (var server = ServerProcess.startJar(data);
        var api = new Api(server.port)) {
      var created =
          api.ask("POST", "/v1/tenant/models", "{\"name\":\"kept\"}", "Idempotency-Key", "a-model");
      assertThat(created.status()).isEqualTo(201);
      location = created.headers().firstValue("Location").orElseThrow();
      System.out.printf("[load] java -jar: ready after %d ms%n", server.startMillis);
      server.kill();
    }
    try (var server = ServerProcess.startJar(data);
        var api = new Api(server.port)) {
      var found = api.get(location);
      assertThat(found.status()).isEqualTo(200);
      assertThat(found.body()).contains("\"name\":\"kept\"");
    }
  }
}
