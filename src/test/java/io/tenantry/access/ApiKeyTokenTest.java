package io.tenantry.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTokenTest {

  private static final String README = "sk-tn_[0-9A-Za-z]{58}";
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final long HIGHEST = (1L << 53) - 1;

  static Stream<ApiKeyToken> tokens() {
    var random = new Random(1);
    return Stream.concat(
        Stream.of(
            token(0, filled(0)),
            token(1, filled(1)),
            token(HIGHEST, filled(-1)),
            token(HIGHEST, filled(0))),
        Stream.generate(() -> token(random.nextLong(HIGHEST + 1), bytes(random))).limit(20));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void givenAToken_whenRevealedAndParsed_thenItIsTheSameAndHasTheFormOfTheReadme(
      ApiKeyToken token) {
    var text = token.reveal();
    var parsed = Objects.requireNonNull(ApiKeyToken.parse(text));

    assertThat(text).hasSize(64).matches(README);
    assertThat(parsed.keyId()).isEqualTo(token.keyId());
    assertThat(parsed.reveal().substring(15, 58))
        .isEqualTo(token.reveal().substring(15, 58))
        .hasSize(43);
    assertThat(parsed.reveal()).isEqualTo(text);
    assertThat(parsed.kept()).isEqualTo(token.kept());
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void givenAToken_whenAnyOneCharacterIsAnother_thenItIsNone(ApiKeyToken token) {
    var text = token.reveal();
    for (int i = 0; i < text.length(); i++) {
      for (char digit : (DIGITS + "_-. é\n").toCharArray()) {
        var changed = text.substring(0, i) + digit + text.substring(i + 1);
        assertThat(ApiKeyToken.parse(changed) == null)
            .as("%s in place of %s at %d", digit, text.charAt(i), i)
            .isEqualTo(digit != text.charAt(i));
      }
    }
  }

  @Test
  void givenAToken_whenTwoNeighboursChangePlacesOrOneIsLostOrDoubled_thenItIsNone() {
    var text = token(4_711, bytes(new Random(2))).reveal();
    for (int i = 0; i + 1 < text.length(); i++) {
      var begin = text.substring(0, i);
      if (text.charAt(i) != text.charAt(i + 1)) {
        assertNone(begin + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2));
      }
      assertNone(begin + text.substring(i + 1));
      assertNone(begin + text.charAt(i) + text.substring(i));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "sk-tn_", "sk-tn_\0", "null", "Bearer x", "密钥", "💥", "%", "'; --"})
  void givenSomethingElse_whenParsed_thenItIsNone(String text) {
    assertNone(text);
    assertNone(" " + text + token(1, filled(1)).reveal());
    assertNone(token(1, filled(1)).reveal() + text + "\n");
    assertNone("sk-tn_" + text.repeat(58));
    assertNone("sk-tn_" + text.repeat(1 << 20));
  }

  @Test
  void givenOtherDigitsThanTheOnesOfAscii_whenParsed_thenItIsNone() {
    assertNone("sk-tn_" + "٣".repeat(58));
    assertNone("sk-tn_" + "Ａ".repeat(58));
  }

  @Test
  void givenAnIdThatIsNoJsonInteger_whenParsed_thenItIsNone() {
    assertNone(token(HIGHEST + 1, filled(7)).reveal());
  }

  @Test
  void givenAToken_whenPrintedOrKept_thenTheSecretIsNotInIt() {
    var token = token(42, bytes(new Random(3)));

    assertThat(token.toString()).isEqualTo("API key 42");
    assertThat(token.kept().toString()).doesNotContain(token.reveal().substring(15, 58));
    assertThat(token.kept().hash()).matches("[0-9a-f]{64}");
    assertThat(token.kept().mask())
        .isEqualTo(
            "sk-"
                + token.reveal().substring(15, 58).substring(0, 4)
                + "…"
                + token.reveal().substring(15, 58).substring(39));
  }

  private static void assertNone(String text) {
    @Nullable ApiKeyToken parsed = ApiKeyToken.parse(text);
    assertThat(parsed).isNull();
  }

  private static ApiKeyToken token(long id, byte[] random) {
    return ApiKeyToken.of(id, random);
  }

  private static byte[] filled(int value) {
    var bytes = new byte[ApiKeyToken.SECRET_BYTES];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] bytes(Random random) {
    var bytes = new byte[ApiKeyToken.SECRET_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }
}
