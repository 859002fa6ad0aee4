package io.tenantry.platform.datafolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSecretTest {

  @TempDir Path temp;
  DataFolder folder;

  @BeforeEach
  void open() {
    folder = DataFolder.open(temp);
  }

  @AfterEach
  void close() throws Exception {
    folder.close();
  }

  @Test
  void givenNone_whenMade_thenItIsKeptForItsOwnerAlone() throws Exception {
    var first = ServerSecret.of(null, () -> folder).derive("cursor");

    assertThat(ServerSecret.of("", () -> folder).derive("cursor")).isEqualTo(first).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file("secret"))))
        .isEqualTo("rw-------");
    assertThat(Files.list(temp).map(f -> f.getFileName().toString()))
        .containsExactlyInAnyOrder("lock", "secret");
  }

  @Test
  void givenOneSecret_whenDerivedForTwoPurposes_thenTheKeysDiffer() {
    var secret = ServerSecret.of("0123456789abcdef0123456789abcdef", () -> folder);

    assertThat(secret.derive("cursor")).isNotEqualTo(secret.derive("seal"));
    assertThat(folder.file("secret")).doesNotExist();
  }

  @Test
  void givenAShortSecret_whenConfigured_thenTheStartIsRefused() {
    assertThatThrownBy(() -> ServerSecret.of("0123456789abcdef0123456789abcde", () -> folder))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("TENANTRY_SECRET");
  }

  @Test
  void givenADamagedFile_whenRead_thenTheStartIsRefusedAndTheFileStays() throws Exception {
    Files.writeString(folder.file("secret"), "half");

    assertThatThrownBy(() -> ServerSecret.of(null, () -> folder))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("damaged");
    assertThat(folder.file("secret")).hasContent("half");
  }
}
