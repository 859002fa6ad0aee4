package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tenantry.engines.Engines;
import io.tenantry.engines.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import tools.jackson.databind.json.JsonMapper;

/** What older versions have written is read as they read it, with read models as they left them. */
class UpgradeTest {

  private static final Path VERSIONS = Path.of("src", "test", "resources", "upgrades");
  private static final String READINESS = "/actuator/health/readiness";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path parent;

  static Stream<Path> versions() throws Exception {
    try (var folders = Files.list(VERSIONS)) {
      return folders.filter(Files::isDirectory).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void givenADataFolderOfAnOlderVersion_whenStarted_thenItSaysTheSame(Path version)
      throws Exception {
    Path folder = Files.createDirectory(parent.resolve("data"));
    for (String file : new String[] {"events.db", "read.db", "secret"}) {
      Files.copy(version.resolve("data").resolve(file), folder.resolve(file));
    }
    assertAnswers(Engines.SQLITE, folder, version.resolve("data.txt"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void givenADumpOfPostgresByAnOlderVersion_whenStarted_thenItSaysTheSame(Path version)
      throws Exception {
    Path folder = Files.createDirectory(parent.resolve("postgres"));
    Files.copy(version.resolve("postgres.secret"), folder.resolve("secret"));
    try (var connection = Postgres.connect(folder, "public")) {
      ScriptUtils.executeSqlScript(
          connection, new FileSystemResource(version.resolve("postgres.sql")));
    }
    assertAnswers(Engines.POSTGRES, folder, version.resolve("postgres.txt"));
  }

  private static void assertAnswers(Engines engines, Path folder, Path answers) throws Exception {
    try (Service service = Service.start(engines, folder)) {
      // read models that this version makes in another way are made again
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> service.ask("GET", READINESS, new byte[0]).status() == 200);
      for (String line : Files.readAllLines(answers, UTF_8)) {
        int end = line.indexOf(' ');
        var path = line.substring(0, end);
        var answer = service.ask("GET", path, new byte[0], "X-Tenant-ID", "acme").is(200);
        assertThat(JSON.readTree(answer.body()))
            .as(path)
            .isEqualTo(JSON.readTree(line.substring(end + 1)));
      }
      var found =
          service.ask("GET", "/api/v1/tenants/search?keyword=ACM%C3%89", new byte[0]).is(200);
      assertThat(found.texts("/data/items", "slug")).containsExactly("acme");
      var again =
          service.ask(
              "POST",
              "/api/v1/tenants",
              "{\"slug\":\"acme\",\"name\":\"Acmé\",\"description\":\"first\",\"storage_quota\":1000000}"
                  .getBytes(UTF_8),
              "Content-Type",
              "application/json",
              "Idempotency-Key",
              "tenant-1");
      assertThat(again.is(201).headers().get("idempotent-replayed")).containsExactly("true");
    }
  }
}
