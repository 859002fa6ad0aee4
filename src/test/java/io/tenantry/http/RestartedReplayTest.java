package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.readstore.ReadStoreEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes that are sent again after a restart, and after all read models were made anew. */
class RestartedReplayTest {

  private static final String[] GUARDED = {
    "--server.address=127.0.0.1", "--tenantry.operator-key=" + Service.OPERATOR_KEYS
  };

  private final Path folder = Service.folder();
  private final List<Life> lives = new ArrayList<>();

  private Service start() {
    Service service = Service.start(ReadStoreEngine.EMBEDDED, folder, GUARDED);
    lives.forEach(life -> life.goesOnIn(service));
    return service;
  }

  @Test
  void givenLives_whenStartedAgainAndReadModelsAreRemoved_thenAnsweredAsTheyWere()
      throws IOException {
    try (Service service = start()) {
      Life over = new Life(service, Service.OPERATOR, HttpTest.slug());
      lives.add(over);
      over.registers();
      over.creates();
      over.changes();
      over.deletes();
      over.createsAgain();
      over.ends();
      Life going = new Life(service, Service.OPERATOR, HttpTest.slug());
      lives.add(going);
      going.registers();
      going.creates();
      going.changes();
    }
    try (Service service = start()) {
      lives.forEach(Life::repeats);
      lives.getLast().deletes();
      lives.getLast().repeats();
    }
    removeReadModels();
    try (Service service = start()) {
      lives.forEach(life -> life.repeats(RestartedReplayTest::sameButForSecrets));
      lives.getLast().createsAgain();
      lives.getLast().repeats(RestartedReplayTest::sameButForSecrets);
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

  /** Sealed secrets lie beside the read models; who removes those by hand removes them as well. */
  private static void sameButForSecrets(Answer first, Answer again) {
    if (again.body().contains("\"secret_expired\"")) {
      again.repeatsWithoutSecret(first);
    } else {
      again.repeats(first);
    }
  }
}
