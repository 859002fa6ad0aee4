package io.tenantry.platform.datafolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path temp;

  /** Another process on the same folder. */
  static final class Other {
    public static void main(String[] arguments) throws IOException {
      try (var folder = DataFolder.open(Path.of(arguments[0]))) {
        System.out.println("opened " + folder.path());
      } catch (StartRefused e) {
        System.out.println(e.getMessage());
        System.exit(1);
      }
    }
  }

  @Test
  void givenNoFolder_whenOpened_thenItBelongsToItsOwnerAlone() throws Exception {
    try (var folder = DataFolder.open(temp.resolve("a/b"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void givenAFolderInUse_whenAnotherProcessOpensIt_thenItIsRefusedInOneLine() throws Exception {
    try (var folder = DataFolder.open(temp)) {
      var other = start();

      assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(other.exitValue()).isEqualTo(1);
      assertThat(output(other).lines())
          .singleElement()
          .asString()
          .contains(folder.path().toString(), "in use by another Tenantry process");
    }
  }

  @Test
  void givenAFolderThatWasClosed_whenAnotherProcessOpensIt_thenItHasIt() throws Exception {
    DataFolder.open(temp).close();
    var other = start();

    assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output(other)).startsWith("opened ");
  }

  @Test
  void givenAFolderInUse_whenOpenedAgainInThisProcess_thenItIsRefused() throws Exception {
    try (var folder = DataFolder.open(temp)) {
      assertThatThrownBy(() -> DataFolder.open(folder.path()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("in use");
    }
    DataFolder.open(temp).close();
  }

  @Test
  void givenAFileInItsPlace_whenOpened_thenItIsRefused() throws Exception {
    var file = Files.writeString(temp.resolve("file"), "");

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(file.toString());
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            temp.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
