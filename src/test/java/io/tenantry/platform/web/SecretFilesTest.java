package io.tenantry.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tenantry.platform.TenantryProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Secrets as files of their own, as containers are given them. */
class SecretFilesTest {

  private static final String KEY = "k0123456789012345678901234567890";
  private static final String URI = "mongodb://tenantry:word@mongodb:27017/tenantry?authSource=x";

  @TempDir Path secrets;

  private static StandardEnvironment started(Path from) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "variables", Map.of("spring.config.import", "configtree:" + from + "/")));
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    new StartChecks().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }

  @Test
  void givenFilesNamedLikeProperties_whenStarted_thenTheyAreReadWithoutTheirLastLineFeed()
      throws Exception {
    Files.writeString(secrets.resolve("tenantry.operator-key"), "me=" + KEY + "\n");
    Files.writeString(secrets.resolve("tenantry.secret"), "s" + KEY + "\n");
    Files.writeString(secrets.resolve("spring.mongodb.uri"), URI);

    StandardEnvironment environment = started(secrets);

    var properties = Binder.get(environment).bindOrCreate("tenantry", TenantryProperties.class);
    assertThat(properties.operatorKey()).isEqualTo("me=" + KEY);
    assertThat(properties.secret()).isEqualTo("s" + KEY);
    assertThat(environment.getProperty("spring.mongodb.uri")).isEqualTo(URI);
    assertThat(environment.containsProperty("server.address")).as("open to all").isFalse();
  }

  @Test
  void givenAFolderThatIsNotThere_whenStarted_thenOneLineNamesIt() {
    Path missing = secrets.resolve("missing");

    assertThat(StartFailureReporter.explain(catchThrowable(() -> started(missing))))
        .contains("SPRING_CONFIG_IMPORT", missing.toString());
  }
}
