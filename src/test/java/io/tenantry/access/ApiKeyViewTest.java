package io.tenantry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.access.events.ApiKeyCreated;
import io.tenantry.access.events.ApiKeyExpiryChanged;
import io.tenantry.access.events.ApiKeyRenamed;
import io.tenantry.access.events.ApiKeyRevoked;
import io.tenantry.access.events.ApiKeyRoleChanged;
import io.tenantry.access.events.ApiKeyRotated;
import io.tenantry.kernel.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a key's events come to, and whom it lets in. */
class ApiKeyViewTest {

  private static final long ID = 115_343_360_000_123L;
  private static final long TENANT = 10_000;
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void givenAKey_whenItChanges_thenEachEventChangesOneThingAndItsVersion() {
    var key = key(null);
    assertThat(key.version()).isEqualTo(1);

    var changed =
        key.after(new ApiKeyRenamed(ID, TENANT, "n"), AT.plusSeconds(1))
            .after(new ApiKeyRoleChanged(ID, TENANT, "admin"), AT.plusSeconds(2))
            .after(new ApiKeyExpiryChanged(ID, TENANT, AT.getEpochSecond() + 9), AT.plusSeconds(3));

    assertThat(changed)
        .isEqualTo(
            new ApiKeyView(
                ID,
                TENANT,
                "n",
                Role.ADMIN,
                key.secret(),
                List.of(),
                AT.plusSeconds(9),
                List.of("kb"),
                List.of("c"),
                true,
                4,
                AT,
                AT.plusSeconds(3)));
    assertThat(changed.after(new ApiKeyExpiryChanged(ID, TENANT, null), AT).expiresAt()).isNull();
  }

  @Test
  void givenAKey_whenCreatedAgain_thenThatCannotBe() {
    assertThatThrownBy(() -> key(null).after(created(null), AT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void givenAKey_whenATokenComes_thenItsOwnAloneIsLetIn() {
    var key = key(null);

    assertThat(key.admits(token(0), AT)).isTrue();
    assertThat(key.admits(token(1), AT)).isFalse();
    assertThat(key.admits(ApiKeyToken.of(ID + 1, secret(0)), AT))
        .as("the same secret of another key")
        .isFalse();
  }

  @Test
  void givenAnEnd_whenItIsReached_thenNobodyIsLetInFromThenOn() {
    var key = rotated(key(AT.getEpochSecond() + 60), 1, AT, AT.plusSeconds(600));

    for (int secret = 0; secret < 2; secret++) {
      assertThat(key.admits(token(secret), AT.plusMillis(59_999))).isTrue();
      assertThat(key.admits(token(secret), AT.plusSeconds(60))).isFalse();
      assertThat(key.admits(token(secret), AT.plusSeconds(61))).isFalse();
    }
  }

  @Test
  void givenARotationWithAGrace_whenItEnds_thenTheFormerSecretIsNoLongerGood() {
    var key = rotated(key(null), 1, AT, AT.plusSeconds(30));

    assertThat(key.secret()).isEqualTo(token(1).kept());
    assertThat(key.admits(token(1), AT.plusSeconds(900))).isTrue();
    assertThat(key.admits(token(0), AT.plusMillis(29_999))).isTrue();
    assertThat(key.admits(token(0), AT.plusSeconds(30))).isFalse();
  }

  @Test
  void givenARotationWithoutAGrace_whenItHasHappened_thenTheFormerSecretIsForgotten() {
    var key = rotated(rotated(key(null), 1, AT, AT.plusSeconds(60)), 2, AT, AT);

    assertThat(key.former()).isEmpty();
    assertThat(key.admits(token(0), AT)).isFalse();
    assertThat(key.admits(token(1), AT)).isFalse();
    assertThat(key.admits(token(2), AT)).isTrue();
  }

  @Test
  void givenSeveralRotations_whenAGraceIsShorter_thenItEndsAllBeforeItAndNoneIsLengthened() {
    var first = rotated(key(null), 1, AT, AT.plusSeconds(100));
    var second = rotated(first, 2, AT.plusSeconds(1), AT.plusSeconds(50));
    var third = rotated(second, 3, AT.plusSeconds(2), AT.plusSeconds(1_000));

    assertThat(third.former())
        .containsExactly(
            new FormerSecret(token(2).kept().hash(), AT.plusSeconds(1_000)),
            new FormerSecret(token(1).kept().hash(), AT.plusSeconds(50)),
            new FormerSecret(token(0).kept().hash(), AT.plusSeconds(50)));
    assertThat(rotated(third, 4, AT.plusSeconds(60), AT.plusSeconds(2_000)).former())
        .as("those whose time is over are forgotten")
        .extracting(FormerSecret::hash)
        .containsExactly(token(3).kept().hash(), token(2).kept().hash());
  }

  @Test
  void givenMoreRotationsWithinAGraceThanAreDecided_whenTheyAreKept_thenTheOldestIsForgotten() {
    var key = key(null);
    for (int i = 1; i <= 12; i++) {
      key = rotated(key, i, AT.plusSeconds(i), AT.plusSeconds(3_600));
    }

    assertThat(key.former())
        .extracting(FormerSecret::hash)
        .hasSize(ApiKeyView.FORMER_KEPT)
        .startsWith(token(11).kept().hash())
        .endsWith(token(2).kept().hash());
    assertThat(key.admits(token(1), AT.plusSeconds(13))).isFalse();
    assertThat(key.admits(token(2), AT.plusSeconds(13))).isTrue();
  }

  @Test
  void givenAKey_whenRevoked_thenItsFormerSecretsAreForgotten() {
    var key = rotated(key(null), 1, AT, AT.plusSeconds(60));

    assertThat(key.after(new ApiKeyRevoked(ID, TENANT), AT).former()).isEmpty();
  }

  private static ApiKeyView rotated(ApiKeyView key, int secret, Instant at, Instant formerUntil) {
    var kept = token(secret).kept();
    return key.after(
        new ApiKeyRotated(
            ID, TENANT, kept.hash(), kept.start(), kept.end(), formerUntil.toEpochMilli()),
        at);
  }

  private static ApiKeyView key(@Nullable Long expiresAt) {
    return ApiKeyView.of(created(expiresAt), AT);
  }

  private static ApiKeyCreated created(@Nullable Long expiresAt) {
    var kept = token(0).kept();
    return new ApiKeyCreated(
        ID,
        TENANT,
        "ci",
        "viewer",
        kept.hash(),
        kept.start(),
        kept.end(),
        expiresAt,
        List.of("kb"),
        List.of("c"),
        true);
  }

  private static ApiKeyToken token(int secret) {
    return ApiKeyToken.of(ID, secret(secret));
  }

  private static byte[] secret(int number) {
    var bytes = new byte[ApiKeyToken.SECRET_BYTES];
    bytes[bytes.length - 1] = (byte) number;
    return bytes;
  }
}
