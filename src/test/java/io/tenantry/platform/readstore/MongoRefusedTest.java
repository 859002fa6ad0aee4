package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.engines.FaultyMongo;
import io.tenantry.engines.SelfSigned;
import io.tenantry.platform.StartRefused;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What MongoDB does not allow is told at start, in one line, without the password. */
class MongoRefusedTest {

  private static final String PASSWORD = "a-password-of-nobody";
  private static final String USER = "tenantry:" + PASSWORD + "@";

  @TempDir Path folder;

  private void assertRefused(String uri, String... words) {
    var application =
        new SpringApplicationBuilder(ReadStoreContext.Base.class).web(WebApplicationType.NONE);
    assertThatThrownBy(
            () ->
                application.run(
                    "--tenantry.data-dir=" + folder,
                    "--logging.level.root=off",
                    "--spring.mongodb.uri=" + uri))
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .message()
        .startsWith("MongoDB [127.0.0.1:")
        .contains(words)
        .doesNotContain(PASSWORD, "\n")
        .hasSizeLessThan(400);
  }

  @ParameterizedTest
  @CsvSource({
    "13, Unauthorized, createIndexes",
    "13, Unauthorized, find",
    "13, Unauthorized, delete",
    "8000, AtlasError, createIndexes"
  })
  void givenUserWithoutTheRight_whenStarted_thenTheRoleIsNamed(
      int code, String name, String command) {
    try (var mongo = new FaultyMongo()) {
      mongo.refuse(code, name, "not authorized on faulty to execute { lsid: 1 }", command);
      assertRefused(mongo.uri("", ""), "role readWrite on database faulty", "not authorized");
    }
  }

  @Test
  void givenNobody_whenStarted_thenAUserIsAskedFor() {
    try (var mongo = new FaultyMongo()) {
      mongo.refuse(
          13, "Unauthorized", "Command createIndexes requires authentication", "createIndexes");
      assertRefused(mongo.uri("", ""), "user and password", "requires authentication");
    }
  }

  @Test
  void givenWrongPassword_whenStarted_thenTheUserIsNamed() {
    try (var mongo = new FaultyMongo()) {
      mongo.refuse(18, "AuthenticationFailed", "Authentication failed.", "saslStart");
      assertRefused(
          mongo.uri(USER, "authSource=admin&authMechanism=SCRAM-SHA-256"),
          "'tenantry' of 'admin'",
          "AuthenticationFailed");
    }
  }

  @Test
  void givenMajorityThatIsAway_whenStarted_thenItIsTold() {
    try (var mongo = new FaultyMongo()) {
      mongo.refuse(10107, "NotWritablePrimary", "not primary", "createIndexes");
      assertRefused(mongo.uri("", ""), "NotWritablePrimary");
    }
  }

  @Test
  void givenUnknownCertificate_whenStarted_thenItIsTold() throws Exception {
    try (var mongo = new FaultyMongo().tls(SelfSigned.in(folder, PASSWORD).keys(), PASSWORD)) {
      assertRefused(
          mongo.uri(USER, "tls=true&serverSelectionTimeoutMS=3000"),
          "certificate",
          "certification path");
    }
  }
}
