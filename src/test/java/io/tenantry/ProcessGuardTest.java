package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each in a process of its own, which ends. */
class ProcessGuardTest {

  /** What such a process runs. */
  static final class Guarded {

    private Guarded() {}

    public static void main(String[] arguments) throws InterruptedException {
      ProcessGuard.install(Duration.ofMillis(200));
      switch (arguments[0]) {
        case "error" -> Thread.ofPlatform().name("worker").start(Guarded::fillTheHeap);
        case "exception" ->
            Thread.ofPlatform()
                .start(
                    () -> {
                      throw new IllegalStateException("of one thread");
                    })
                .join();
        default -> Runtime.getRuntime().addShutdownHook(new Thread(Guarded::hang));
      }
      System.out.println("started");
      if (!arguments[0].equals("exception")) {
        hang();
      }
    }

    private static void fillTheHeap() {
      var blocks = new ArrayList<byte[]>();
      while (!blocks.contains(null)) {
        blocks.add(new byte[1 << 20]);
      }
    }

    private static void hang() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void givenAThreadWithoutMemory_whenItDies_thenTheProcessEndsAndSaysSo() throws Exception {
    var process = start("error");

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ProcessGuard.FATAL);
    assertThat(output(process)).contains("Tenantry ends: a thread died of an error");
  }

  @Test
  void givenAThreadWithAnException_whenItEnds_thenTheProcessGoesOn() throws Exception {
    var process = start("exception");

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(output(process)).contains("of one thread").contains("started");
  }

  @Test
  void givenAShutdownThatHangs_whenTerminated_thenTheProcessEndsInTime() throws Exception {
    var process = start("hang");
    try (var output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo("started");

      // the process's own method would close its output
      process.toHandle().destroy();

      assertThat(output.lines()).anyMatch(line -> line.contains("has not come to its end"));
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(ProcessGuard.FATAL);
    }
  }

  private static Process start(String what) throws Exception {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-cp",
                System.getProperty("java.class.path"),
                Guarded.class.getName(),
                what))
        .redirectErrorStream(true)
        .start();
  }

  private static String output(Process process) throws Exception {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
