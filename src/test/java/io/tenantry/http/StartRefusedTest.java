package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.engines.FaultyMongo;
import io.tenantry.engines.Launch;
import io.tenantry.engines.Mongo;
import io.tenantry.platform.sqlite.SqliteTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process of its own that must end by itself, with one line and exit code 1. */
class StartRefusedTest {

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("data");
  }

  private String refusal(Map<String, String> environment) throws Exception {
    Path errors = temporary.resolve("stderr");
    Path output = temporary.resolve("stdout");
    var command = new ArrayList<>(Launch.java());
    command.addAll(Launch.service());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temporary.toFile())
            .redirectError(errors.toFile())
            .redirectOutput(output.toFile());
    builder.environment().put("SERVER_PORT", "0");
    builder.environment().put("TENANTRY_DATA_DIR", folder().toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readString(output, UTF_8)).doesNotContain("\tat ", "Exception", "hidden");
    List<String> lines = Files.readAllLines(errors, UTF_8);
    assertThat(lines).singleElement().asString().startsWith("Tenantry does not start: ");
    return lines.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "TENANTRY_ANONYMOUS,deny",
    "TENANTRY_ANONYMOUS,anybody",
    "TENANTRY_OPERATOR_KEY,0123456789abcdefghijklmnopqrstu",
    "TENANTRY_AUTH_FAILURES_PER_MINUTE,-1",
    "TENANTRY_RATE_LIMIT_PER_TENANT,-1",
    "TENANTRY_RATE_LIMIT_PER_KEY,-1",
    "TENANTRY_CORS_ALLOWED_ORIGINS,console.example.com",
    "SERVER_FORWARD_HEADERS_STRATEGY,native",
    "SERVER_FORWARD_HEADERS_STRATEGY,framework",
    "MANAGEMENT_SERVER_PORT,9",
    "SERVER_ADDRESS,0.0.0.0",
    "TENANTRY_READ_STORE,mongodb",
    "TENANTRY_EVENT_STORE,postgres",
    "SPRING_DATASOURCE_URL,jdbc:postgresql://127.0.0.1/x",
    "TENANTRY_SECRET,''",
    "SPRING_MONGODB_URI,mongodb://127.0.0.1:1",
    "TENANTRY_CONSISTENCY_WAIT,-1s",
  })
  void givenConfigurationThatCannotBe_whenStarted_thenItIsNamed(String variable, String value)
      throws Exception {
    assertThat(refusal(Map.of(variable, value)))
        .contains(variable)
        .doesNotContain("0123456789abcdef");
    assertThat(folder()).as("nothing is touched").doesNotExist();
  }

  @Test
  void givenFolderInUse_whenStarted_thenRefusedAndTheFirstGoesOn() throws Exception {
    try (Service first = Service.start(Engines.SQLITE, folder())) {
      assertThat(refusal(Map.of())).contains(folder().toString(), "TENANTRY_DATA_DIR");
      register(first);
    }
  }

  /** Restoring a backup because of it would lose events. */
  @Test
  void givenAFullDisk_whenStarted_thenItIsCalledFullAndNotDamaged() throws Exception {
    Files.createDirectory(folder());
    try (var disk =
        SqliteTrouble.mounted(
            folder(), "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder().toString())) {
      Service.start(Engines.SQLITE, folder()).close();
      SqliteTrouble.fill(folder().resolve("fill"));
      SqliteTrouble.FULL_DISK.verify(refusal(Map.of()), folder().resolve("events.db"));
    }
  }

  @Test
  void givenReadModelsOfAnotherStore_whenStarted_thenRefusedWithTheWordsThatHelp()
      throws Exception {
    Path other = temporary.resolve("other");
    Service.start(Engines.SQLITE, folder()).close();
    Service.start(Engines.SQLITE, other).close();
    copy(other, folder(), "read.db");
    assertThat(refusal(Map.of())).contains("another event store", "read.db");
    Files.delete(folder().resolve("read.db"));
    try (Service again = Service.start(Engines.SQLITE, folder())) {
      // once its read models are made again
      HttpTest.await(
          () -> again.ask("GET", "/api/v1/tenants/default", new byte[0]).status() == 200);
    }
  }

  @Test
  void givenRestoredEvents_whenReadModelsAreAhead_thenRefused() throws Exception {
    Path backup = Files.createDirectory(temporary.resolve("backup"));
    Service.start(Engines.SQLITE, folder()).close();
    copy(folder(), backup, "events.db");
    try (Service service = Service.start(Engines.SQLITE, folder())) {
      register(service);
    }
    copy(backup, folder(), "events.db");
    assertThat(refusal(Map.of())).contains("ahead of their events", "read.db");
  }

  @Test
  void givenMongoDatabaseOfAnotherStore_whenStarted_thenRefused() throws Exception {
    Path other = temporary.resolve("other");
    String uri = Mongo.uri("refused" + System.nanoTime());
    Service.start(Engines.SQLITE, other, "--spring.mongodb.uri=" + uri).close();
    assertThat(refusal(Map.of("SPRING_MONGODB_URI", uri))).contains("another event store");
  }

  /** The driver has much to say meanwhile. */
  @Test
  void givenMongoThatIsAway_whenStarted_thenRefusedWithItsAddress() throws Exception {
    assertThat(
            refusal(
                Map.of(
                    "SPRING_MONGODB_URI",
                    "mongodb://tenantry:hidden@127.0.0.1:1/away?serverSelectionTimeoutMS=1000")))
        .contains("MongoDB [127.0.0.1:1]", "database away", "Connection refused")
        .doesNotContain("hidden");
  }

  @Test
  void givenMongoThatDoesNotLetIn_whenStarted_thenRefusedWithoutThePassword() throws Exception {
    try (var mongo = new FaultyMongo()) {
      mongo.refuse(18, "AuthenticationFailed", "Authentication failed.", "saslStart");
      assertThat(
              refusal(
                  Map.of(
                      "SPRING_MONGODB_URI",
                      mongo.uri("tenantry:hidden@", "authMechanism=SCRAM-SHA-256"))))
          .contains("AuthenticationFailed", "'tenantry'")
          .doesNotContain("hidden");
    }
  }

  private static void register(Service service) {
    byte[] body = "{\"name\":\"a\"}".getBytes(UTF_8);
    service.ask("POST", "/api/v1/tenants", body, "Content-Type", "application/json").is(201);
  }

  /** The whole of a database that is not open: its write-ahead log has been folded in. */
  private static void copy(Path from, Path to, String database) throws IOException {
    assertThat(from.resolve(database + "-wal")).doesNotExist();
    Files.copy(from.resolve(database), to.resolve(database), StandardCopyOption.REPLACE_EXISTING);
  }
}
