package io.tenantry.access.read;

import static io.tenantry.access.read.Sealed.OPENER;
import static io.tenantry.access.read.Sealed.SERVER;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.MovingClock;
import io.tenantry.access.ApiKeyToken;
import io.tenantry.access.SealedSecrets;
import io.tenantry.platform.readstore.ReadStoreContext;
import io.tenantry.platform.readstore.ReadStoreEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealedSecretsTest {

  @TempDir Path folder;

  private final MovingClock clock = new MovingClock(Stored.AT);
  private final ApiKeyToken token = Sealed.token();

  @ParameterizedTest
  @EnumSource
  void givenASealedSecret_whenAnotherProcessOpensIt_thenItIsTheSame(ReadStoreEngine engine) {
    String name;
    try (var read = ReadStoreContext.open(engine, folder)) {
      name = seal(read, token);
    }
    try (var read = ReadStoreContext.open(engine, folder)) {
      assertThat(reveal(sealed(read, SERVER).open(name, OPENER))).isEqualTo(token.reveal());
      assertThat(read.store().highestPosition()).as("no projection knows of it").isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenASealedSecret_whenTheOpenerTheServerOrTheNameIsAnother_thenItIsNotOpened(
      ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      String name = seal(read, token);

      for (String other : new String[] {"", "key:18\0order-4711", OPENER + "1"}) {
        assertThat(sealed(read, SERVER).open(name, other)).as(other).isNull();
      }
      assertThat(sealed(read, "another secret").open(name, OPENER)).isNull();
      assertThat(sealed(read, SERVER).open(Sealed.token().kept().hash(), OPENER)).isNull();
      assertThat(sealed(read, SERVER).open(name, OPENER)).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenASealedSecret_whenSevenDaysHavePassed_thenItIsNotOpenedThoughItIsStillThere(
      ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      String name = seal(read, token);
      clock.move(Duration.ofDays(7).minusMillis(1));
      assertThat(sealed(read, SERVER).open(name, OPENER)).isNotNull();
      clock.move(Duration.ofMillis(1));

      assertThat(sealed(read, SERVER).open(name, OPENER)).isNull();
      assertThat(read.bean(SealedSecretRepository.class).findById(name)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenSecretsOfOneKeyAndOneOpener_whenAllAreSealedOrOneIsForgotten_thenTheOthersStay(
      ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      var second = Sealed.rotated(token);
      var third = Sealed.rotated(token);
      String name = seal(read, token);
      String secondName = seal(read, second);
      String thirdName = seal(read, third);
      var secrets = sealed(read, SERVER);
      secrets.forget(secondName);
      secrets.forget("never there");

      assertThat(reveal(secrets.open(name, OPENER))).isEqualTo(token.reveal());
      assertThat(secrets.open(secondName, OPENER)).isNull();
      assertThat(reveal(secrets.open(thirdName, OPENER))).isEqualTo(third.reveal());
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenASealedSecret_whenTheStoreIsSearched_thenNeitherItNorItsOpenerIsFound(
      ReadStoreEngine engine) throws IOException {
    String secret = token.reveal().substring(15, 58);
    String stored;
    try (var read = ReadStoreContext.open(engine, folder)) {
      String name = seal(read, token);
      var found = read.bean(SealedSecretRepository.class).findById(name).orElseThrow();
      stored = found + new String(Base64.getDecoder().decode(found.content()), ISO_8859_1);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        stored += Files.readString(file, ISO_8859_1);
      }
    }
    assertThat(stored.contains(token.kept().hash())).as("the search finds what is there").isTrue();
    assertThat(stored.contains(secret)).isFalse();
    assertThat(stored.contains("order-4711")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void givenTheSameSecret_whenSealedAgain_thenItReadsOtherwiseAndOpensTheSame(
      ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      String name = seal(read, token);
      var secrets = read.bean(SealedSecretRepository.class);
      var first = secrets.findById(name).orElseThrow();
      assertThat(seal(read, token)).isEqualTo(name);

      assertThat(secrets.findById(name).orElseThrow().content()).isNotEqualTo(first.content());
      assertThat(reveal(sealed(read, SERVER).open(name, OPENER))).isEqualTo(token.reveal());
    }
  }

  private SealedSecrets sealed(ReadStoreContext read, String server) {
    return Sealed.in(read, read.store(), clock, server);
  }

  private String seal(ReadStoreContext read, ApiKeyToken one) {
    return requireNonNull(sealed(read, SERVER).seal(one, OPENER));
  }

  private static String reveal(@Nullable ApiKeyToken opened) {
    return requireNonNull(opened).reveal();
  }
}
