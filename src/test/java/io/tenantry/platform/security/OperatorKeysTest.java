package io.tenantry.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorKeysTest {

  private static final String KEY = "k".repeat(32);
  private static final String OTHER = "o-_".repeat(170) + "AZ";

  @Test
  void givenOneKey_whenUnnamed_thenItIsTheDefault() {
    assertThat(OperatorKeys.parse(KEY).nameOf(KEY)).isEqualTo("default");
    assertThat(OperatorKeys.parse(KEY).nameOf(OTHER)).isNull();
  }

  @Test
  void givenSeveralKeys_whenAsked_thenEachHasItsName() {
    OperatorKeys keys = OperatorKeys.parse("ci=" + KEY + ", on.call_1-x = " + OTHER);
    assertThat(keys.nameOf(KEY)).isEqualTo("ci");
    assertThat(keys.nameOf(OTHER)).isEqualTo("on.call_1-x");
    assertThat(keys.nameOf("")).isNull();
    assertThat(keys.nameOf("ci=" + KEY)).isNull();
  }

  @Test
  void givenNothing_whenRead_thenNoKey() {
    assertThat(OperatorKeys.parse("").isEmpty()).isTrue();
    assertThat(OperatorKeys.parse("").nameOf("")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "short | 32 to 512",
        "0123456789012345678901234567890 | 32 to 512",
        "0123456789012345678901234567890123456789! | 32 to 512",
        "a=01234567890123456789012345678901= | 32 to 512",
        "a=01234567890123456789012345678901,b= | 32 to 512",
        "=01234567890123456789012345678901 | name",
        "a b=01234567890123456789012345678901 | name",
        "a/b=01234567890123456789012345678901 | name",
        "01234567890123456789012345678901,b=11234567890123456789012345678901 | needs a name",
        "a=01234567890123456789012345678901, | needs a name",
        "a=01234567890123456789012345678901,a=11234567890123456789012345678901 | same name",
        "a=01234567890123456789012345678901,b=01234567890123456789012345678901 | same key",
      })
  void givenKeysThatCannotBe_whenRead_thenRefusedWithoutTellingThem(String keys, String why) {
    assertThatThrownBy(() -> OperatorKeys.parse(keys))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("TENANTRY_OPERATOR_KEY")
        .hasMessageContaining(why)
        .message()
        .doesNotContain("0123456789", "short");
  }

  @Test
  void givenKeyOf513Characters_whenRead_thenRefused() {
    assertThatThrownBy(() -> OperatorKeys.parse(OTHER + "x")).isInstanceOf(StartRefused.class);
  }
}
