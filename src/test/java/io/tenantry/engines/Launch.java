package io.tenantry.engines;

import static java.util.Objects.requireNonNull;

import io.tenantry.Tenantry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * How a process of the service begins: with classes that were read and checked once for all of
 * them, since tests that end them would else spend most of their time on starts. Class data sharing
 * takes jars alone, so the classes under test are put into one.
 */
public final class Launch {

  private static final long TRAINING_SECONDS = 180;

  /** Made once for this process. */
  private static final class Shared {
    static final List<String> COMMAND = train();
  }

  private Launch() {}

  /** Up to the options of the JVM that follow. */
  public static List<String> java() {
    return List.of(
        Path.of(property("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED");
  }

  /** What follows these options. */
  public static List<String> service() {
    return Shared.COMMAND;
  }

  private static List<String> train() {
    try {
      var made = Files.createDirectories(Path.of("target", "service")).toAbsolutePath();
      var classes = made.resolve("classes.jar");
      var archive = made.resolve("classes.jsa");
      Files.deleteIfExists(archive);
      pack(Path.of("target", "classes"), classes);
      var main = List.of("-cp", classPath(classes), Tenantry.class.getName());
      // the fast compiler: no process of a test lives long enough for the other one
      var options = List.of("-XX:TieredStopAtLevel=1");

      var command = new ArrayList<>(java());
      command.addAll(options);
      command.add("-XX:ArchiveClassesAtExit=" + archive);
      command.add("-Dspring.context.exit=onRefresh");
      command.addAll(main);
      command.addAll(Engines.SQLITE.openArguments(Files.createTempDirectory(made, "data")));
      run(command, made.resolve("log"));
      if (!Files.exists(archive)) {
        throw new IllegalStateException("no archive: " + Files.readString(made.resolve("log")));
      }

      var service = new ArrayList<>(options);
      service.add("-XX:SharedArchiveFile=" + archive);
      service.addAll(main);
      return service;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pack(Path classes, Path jar) {
    int failed =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "cf", jar.toString(), "-C", classes.toString(), ".");
    if (failed != 0) {
      throw new IllegalStateException("the classes cannot be packed");
    }
  }

  private static void run(List<String> command, Path log) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    if (!ended || process.exitValue() != 0) {
      throw new IllegalStateException("it cannot be trained: " + Files.readString(log));
    }
  }

  /** Without the tests, whose components and migrations are not the service's. */
  private static String classPath(Path classes) {
    return Arrays.stream(property("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .map(entry -> entry.endsWith("classes") ? classes.toString() : entry)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String property(String name) {
    return requireNonNull(System.getProperty(name));
  }
}
