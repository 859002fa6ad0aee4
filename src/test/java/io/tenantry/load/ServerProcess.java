package io.tenantry.load;

import static java.util.Objects.requireNonNull;

import io.tenantry.engines.Engines;
import io.tenantry.engines.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own, as a user runs it. */
final class ServerProcess implements AutoCloseable {

  private static final long SECONDS = 60;

  final int port;

  /** From the start of the process to the first answer that says ready. */
  long startMillis;

  private final Path folder;
  private final Process process;
  private final Path output;
  private final long begun = System.nanoTime();

  private ServerProcess(Path folder, Process process, int port, Path output) {
    this.folder = folder;
    this.process = process;
    this.port = port;
    this.output = output;
  }

  static ServerProcess start(Path folder) throws IOException, InterruptedException {
    return start(folder, "-Xmx512m");
  }

  /**
   * @param options of the JVM, such as {@code -Xmx256m}
   */
  static ServerProcess start(Path folder, String... options)
      throws IOException, InterruptedException {
    var launch = new ArrayList<>(List.of(options));
    launch.addAll(Launch.service());
    return launch(folder, launch.toArray(String[]::new));
  }

  /** The one file that is handed out; it is there from the phase {@code package} on. */
  static ServerProcess startJar(Path folder) throws IOException, InterruptedException {
    return launch(folder, "-Xmx512m", "-jar", requireNonNull(System.getProperty("tenantry.jar")));
  }

  private static ServerProcess launch(Path folder, String... launch)
      throws IOException, InterruptedException {
    var server = begin(folder, launch);
    server.awaitReady(SECONDS);
    if (!Engines.of(folder).givesDefaultTenant()) {
      Api.makeDefaultTenant(server.port);
    }
    return server;
  }

  /** Does not wait until it is ready. */
  static ServerProcess startUnready(Path folder, String... options) throws IOException {
    var launch = new ArrayList<>(List.of(options));
    launch.addAll(Launch.service());
    return begin(folder, launch.toArray(String[]::new));
  }

  private static ServerProcess begin(Path folder, String... launch) throws IOException {
    Path output = folder.resolveSibling(folder.getFileName() + ".log");
    int port = freePort();
    var command = new ArrayList<>(Launch.java());
    command.addAll(List.of(launch));
    command.addAll(Engines.of(folder).openArguments(folder));
    var builder = new ProcessBuilder(command);
    builder.environment().put("SERVER_PORT", String.valueOf(port));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    return new ServerProcess(folder, builder.start(), port, output);
  }

  void awaitReady(long seconds) throws IOException, InterruptedException {
    await("readiness", seconds);
    startMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  /** It serves, though its read models may be behind. */
  void awaitLive() throws IOException, InterruptedException {
    await("liveness", SECONDS);
  }

  private void await(String health, long seconds) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try (var api = new Api(port)) {
      while (!is(api, health)) {
        if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
          process.destroyForcibly();
          throw new IllegalStateException("it does not start: " + Files.readString(output));
        }
      }
    }
  }

  private static boolean is(Api api, String health) {
    try {
      return api.get("/actuator/health/" + health).status() == 200;
    } catch (UncheckedIOException e) {
      return false; // nobody listens yet
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  long pid() {
    return process.pid();
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGTERM, without waiting. */
  void terminate() {
    process.destroy();
  }

  /** The exit code, once it has ended. */
  int awaitExit() throws InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not end");
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
    Engines.of(folder).closed(folder);
  }
}
