package io.tenantry.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.api.support.TextForms;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final Pattern DOCUMENTED = Pattern.compile(TextForms.NAME);
  private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}");
  private static final Set<Integer> INVISIBLE =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.SPACE_SEPARATOR,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a\u00a0b",
        "e\u0301",
        "\u4e2d\u6587",
        "\u05d0\u200f!",
        // joiners belong to words and to emoji
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937",
        "\ud83d\udc69\u200d\ud83d\udcbb",
        "\u2764\ufe0f",
        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
        "\uf8ff"
      })
  void givenNameThatIsSeen_whenJudged_thenItIsOne(String name) {
    assertThat(Names.fault(name)).isNull();
    assertThat(name).matches(DOCUMENTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u200b",
        "\ufeff",
        "\u2060\u200d",
        "\u00ad",
        "\u034f",
        "\u115f",
        "\u3164",
        "\uffa0",
        "\u2800",
        "\ufe0f",
        "\u180e",
        "\uffff"
      })
  void givenNothingToSee_whenJudged_thenItIsNoName(String name) {
    assertThat(Names.fault(name)).isNotNull();
    assertThat(name).doesNotMatch(DOCUMENTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\udb40\udc01", "\udb40\udd00", "\ud834\udd73", "\ud83f\udfff"})
  void givenNothingToSeeBeyondTheBasicPlane_whenJudged_thenItIsNoName(String name) {
    assertThat(Names.fault(name)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '\u0001', '\t', '\n', '\u001b', '\u001f', '\u007f', '\u0085', '\u009b', '\u2028', '\u2029',
        '\u202a', '\u202e', '\u2066', '\u2069'
      })
  void givenControlCharacterInside_whenJudged_thenItIsNamed(char c) {
    assertThat(Names.fault("a" + c + "b")).endsWith("U+%04X".formatted((int) c));
    assertThat("a" + c + "b").doesNotMatch(DOCUMENTED);
  }

  @Test
  void givenAnyCodePoint_whenItStandsAlone_thenItIsANameWhenItIsSeen() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(
            c -> {
              String text = Character.toString(c);
              boolean isName = Names.fault(Names.trimmed(text)) == null;
              if (INVISIBLE.contains(Character.getType(c))) {
                assertThat(isName).as("U+%04X", c).isFalse();
              } else if (Character.isDigit(c) || Character.isLowerCase(c)) {
                assertThat(isName).as("U+%04X", c).isTrue();
              }
              if (Character.isBmpCodePoint(c)) {
                assertThat(DOCUMENTED.matcher(text).matches()).as("U+%04X", c).isEqualTo(isName);
              }
            });
  }

  @Test
  void givenAnyCharacterAround_whenTrimmed_thenUnicodesWhiteSpaceAloneIsGone() {
    IntStream.rangeClosed(0, Character.MAX_VALUE)
        .forEach(
            c -> {
              String around = Character.toString(c) + "a " + (char) c;
              boolean white = WHITE_SPACE.matcher(Character.toString(c)).matches();
              assertThat(Names.trimmed(around)).as("U+%04X", c).isEqualTo(white ? "a" : around);
            });
    assertThat(Names.trimmed(" \u0085\u00a0")).isEmpty();
    assertThat(Names.trimmed(null)).isEmpty();
  }
}
