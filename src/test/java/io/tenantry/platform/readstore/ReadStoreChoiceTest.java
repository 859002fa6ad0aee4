package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.StartRefused;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.mock.env.MockEnvironment;

class ReadStoreChoiceTest {

  private static MockEnvironment decided(MockEnvironment environment) {
    new ReadStoreChoice().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }

  @Test
  void givenNothing_whenDecided_thenEmbedded() {
    var environment = decided(new MockEnvironment());

    assertThat(environment.getProperty("tenantry.read-store")).isEqualTo("embedded");
    assertThat(environment.getProperty("spring.autoconfigure.exclude"))
        .contains(".DataSourceAutoConfiguration", ".DataMongoAutoConfiguration");
  }

  @Test
  void givenUri_whenDecided_thenMongodb() {
    var environment =
        decided(new MockEnvironment().withProperty("spring.mongodb.uri", "mongodb://x/y"));

    assertThat(environment.getProperty("tenantry.read-store")).isEqualTo("mongodb");
    assertThat(environment.getProperty("spring.autoconfigure.exclude"))
        .contains(".DataSourceAutoConfiguration")
        .doesNotContain(".DataMongoAutoConfiguration");
  }

  @Test
  void givenUriAndEmbedded_whenDecided_thenTheWordDecides() {
    var environment =
        decided(
            new MockEnvironment()
                .withProperty("spring.mongodb.uri", "mongodb://x/y")
                .withProperty("tenantry.read-store", "Embedded"));

    assertThat(environment.getProperty("tenantry.read-store")).isEqualTo("embedded");
  }

  @Test
  void givenExclusionsOfTheUser_whenDecided_thenTheyStay() {
    var environment =
        decided(new MockEnvironment().withProperty("spring.autoconfigure.exclude", "a.B,c.D"));

    assertThat(environment.getProperty("spring.autoconfigure.exclude")).startsWith("a.B,c.D,org.");
  }

  @ParameterizedTest
  @CsvSource({
    "mongodb, SPRING_MONGODB_URI",
    "postgres, TENANTRY_EVENT_STORE is embedded",
    "mysql, must be embedded or mongodb"
  })
  void givenContradiction_whenDecided_thenTheStartIsRefused(String word, String because) {
    var environment = new MockEnvironment().withProperty("tenantry.read-store", word);

    assertThatThrownBy(() -> decided(environment))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(because)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "postgres, '', '', postgres",
    "postgres, postgres, mongodb://x/y, postgres",
    "Postgres, '', mongodb://x/y, mongodb",
    "axonserver, '', mongodb://x/y, mongodb",
    "embedded, EMBEDDED, mongodb://x/y, embedded",
  })
  void givenEvents_whenDecided_thenTheirOwnUnlessToldOtherwise(
      String events, String word, String uri, String store) {
    var environment = decided(environment(events, word, uri));

    assertThat(environment.getProperty("tenantry.read-store")).isEqualTo(store);
    assertThat(environment.getProperty("tenantry.event-store")).isEqualToIgnoringCase(events);
  }

  @ParameterizedTest
  @CsvSource({
    "postgres, embedded, '', use postgres or mongodb",
    "axonserver, '', '', SPRING_MONGODB_URI must say where",
    "axonserver, postgres, mongodb://x/y, use mongodb",
    "mysql, '', '', 'must be embedded, postgres or axonserver'",
  })
  void givenEventsThatDoNotGoWithIt_whenDecided_thenTheStartIsRefused(
      String events, String word, String uri, String because) {
    assertThatThrownBy(() -> decided(environment(events, word, uri)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(because);
  }

  private static MockEnvironment environment(String events, String word, String uri) {
    var environment =
        new MockEnvironment()
            .withProperty("tenantry.event-store", events)
            .withProperty("tenantry.read-store", word);
    return uri.isEmpty() ? environment : environment.withProperty("spring.mongodb.uri", uri);
  }

  @ParameterizedTest
  @EnumSource
  void givenEngine_whenStarted_thenOnlyItsSpringDataModuleIsActive(
      ReadStoreEngine engine, @TempDir Path folder) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      assertThat(read.has(JdbcAggregateOperations.class))
          .isEqualTo(engine != ReadStoreEngine.MONGODB);
      assertThat(read.has(MongoOperations.class)).isEqualTo(engine == ReadStoreEngine.MONGODB);
      assertThat(read.has(SampleRepository.class)).isTrue();
      assertThat(read.has(javax.sql.DataSource.class)).isFalse();
    }
  }

  @Test
  void givenServerThatIsNotThere_whenStarted_thenTheStartIsRefused(@TempDir Path folder) {
    var application =
        new SpringApplicationBuilder(ReadStoreContext.Base.class).web(WebApplicationType.NONE);

    assertThatThrownBy(
            () ->
                application.run(
                    "--tenantry.data-dir=" + folder,
                    "--logging.level.root=off",
                    "--spring.mongodb.uri=mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=200"))
        .hasRootCauseInstanceOf(StartRefused.class)
        .rootCause()
        .hasMessageContaining("127.0.0.1:1")
        .message()
        .doesNotContain("\n");
  }
}
