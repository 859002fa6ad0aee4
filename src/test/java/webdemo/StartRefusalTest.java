package webdemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartRefusalTest {

  @TempDir Path folder;

  /** What the process wrote to its standard error; it must end by itself, with code 1. */
  private List<String> refusal(String main, String... arguments)
      throws IOException, InterruptedException {
    Path errors = folder.resolve("stderr");
    Path output = folder.resolve("stdout");
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readString(output, StandardCharsets.UTF_8)).doesNotContain("\tat ");
    return Files.readAllLines(errors, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "--server.address=0.0.0.0,SERVER_ADDRESS",
    "--tenantry.anonymous=deny,TENANTRY_ANONYMOUS",
    "--tenantry.operator-key=0123456789,TENANTRY_OPERATOR_KEY",
    "--management.server.port=9,MANAGEMENT_SERVER_PORT",
  })
  void givenDangerousConfiguration_whenStarted_thenOneLineAndExitCodeOne(
      String argument, String named) throws Exception {
    assertThat(refusal("io.tenantry.Tenantry", argument))
        .singleElement()
        .asString()
        .startsWith("Tenantry does not start: ")
        .contains(named)
        .doesNotContain("0123456789");
  }

  @Test
  void givenPortInUse_whenStarted_thenOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(refusal("webdemo.DemoApplication", "--server.port=" + taken.getLocalPort()))
          .singleElement()
          .asString()
          .contains("port " + taken.getLocalPort() + " is in use");
    }
  }

  @Test
  void givenUnbindableConfiguration_whenStarted_thenOneLine() throws Exception {
    assertThat(refusal("webdemo.DemoApplication", "--tenantry.consistency.wait=soon"))
        .singleElement()
        .asString()
        .contains("tenantry.consistency.wait", "TENANTRY_CONSISTENCY_WAIT", "Duration");
  }
}
