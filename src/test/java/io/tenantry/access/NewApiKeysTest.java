package io.tenantry.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewApiKeysTest {

  private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final NewApiKeys keys = new NewApiKeys(clock);

  @Test
  void givenAClockThatStandsStillOrGoesBack_whenKeysAreMade_thenTheirIdsIncrease() {
    var random = new Random(1);
    long last = 0;
    for (int i = 0; i < 10_000; i++) {
      clock.move(Duration.ofMillis(Math.max(0, random.nextInt(4) - 2)));
      if (i % 1_000 == 999) {
        clock.move(Duration.ofHours(-1));
      }
      long id = keys.next().keyId();
      assertThat(id).isGreaterThan(last);
      last = id;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01T00:00:00Z", "2026-11-22T10:00:00Z", "2095-01-01T00:00:00Z"})
  void givenAnyTimeUntil2095_whenAKeyIsMade_thenItsIdIsAJsonIntegerAndItCanBeParsed(String at) {
    var token = new NewApiKeys(new MovingClock(Instant.parse(at))).next();

    assertThat(token.keyId()).isPositive().isLessThan(1L << 53);
    assertThat(ApiKeyToken.parse(token.reveal())).isNotNull();
  }

  @Test
  void givenAKey_whenItGetsANewSecret_thenItKeepsItsIdAndNoSecretComesTwice() {
    var secrets = new HashSet<String>();
    Stream.generate(() -> keys.withNewSecret(42))
        .limit(1_000)
        .forEach(
            token -> {
              assertThat(token.keyId()).isEqualTo(42);
              assertThat(secrets.add(token.reveal().substring(15, 58))).isTrue();
            });
  }
}
