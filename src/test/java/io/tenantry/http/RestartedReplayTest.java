package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes that are sent again to another process, and after all read models were made anew. */
class RestartedReplayTest {

  private static final String[] OTHER_SECRET = {"--tenantry.secret=" + "another-secret".repeat(3)};

  private final Path folder = Service.folder();
  private final List<Life> lives = new ArrayList<>();

  private Service start(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.add("--server.address=127.0.0.1");
    all.add("--tenantry.operator-key=" + Service.OPERATOR_KEYS);
    Service service = Service.start(Engines.SQLITE, folder, all.toArray(String[]::new));
    lives.forEach(life -> life.goesOnIn(service));
    HttpTest.await(
        () -> service.ask("GET", "/actuator/health/readiness", new byte[0]).status() == 200);
    return service;
  }

  private Life life(Service service) {
    Life life = new Life(service, Service.OPERATOR, HttpTest.slug());
    lives.add(life);
    life.registers();
    life.creates();
    life.changes();
    return life;
  }

  @Test
  void givenLives_whenStartedAgainAndReadModelsAreRemoved_thenAnsweredAsTheyWere()
      throws IOException {
    Life going;
    try (Service service = start()) {
      Life over = life(service);
      over.deletes();
      over.createsAgain();
      over.ends();
      going = life(service);
    }
    try (var changed = start(OTHER_SECRET)) {
      lives.forEach(life -> life.repeats((first, again) -> again.repeatsWithoutSecret(first)));
    }
    try (var back = start()) {
      lives.forEach(Life::repeats);
      going.deletes();
    }
    removeReadModels();
    try (var rebuilt = start()) {
      // what is sealed lies beside them: who removes them by hand has removed it as well
      lives.forEach(life -> life.repeats((first, again) -> again.repeatsWithoutSecret(first)));
      going.createsAgain();
      going.ends();
      going.repeats((first, again) -> again.repeatsWithoutSecret(first));
    }
  }

  private void removeReadModels() throws IOException {
    try (var files = Files.list(folder)) {
      List<Path> readModels =
          files.filter(file -> file.getFileName().toString().startsWith("read.db")).toList();
      assertThat(readModels).isNotEmpty();
      for (Path file : readModels) {
        Files.delete(file);
      }
    }
  }
}
