package io.tenantry.tenant.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "ΟΔΥΣΣΕΑΣ, οδυσσέας, false",
    "ΟΔΥΣΣΕΑΣ, οδυσσεας, true",
    "ΟΔΥΣΣΕΑΣ, οδυσσεασ, true",
    "Straße, STRASSE, true",
    "STRAẞE, strasse, true",
    "ﬁn, FIN, true",
    "ISPARTA, isparta, true",
    "ısparta, isparta, false",
    "ISPARTA, ısparta, false",
    "İzmir, i\u0307zmir, true",
    "École, E\u0301COLE, true",
    "école, ecole, false",
    "A\u0308RGER, ärger, true",
    "ΆΙ, ᾴ, true",
    "\u212B, å, true",
    "\u212A, k, true",
    "\uD801\uDC00, \uD801\uDC28, true",
    "ꭰ, Ꭰ, true",
    "Ǆ, ǅ, true",
    "ŉ, ʼN, true",
  })
  void givenTwoTexts_whenFolded_thenThoseOfTheSameLettersAreEqual(
      String one, String other, boolean same) {
    assertThat(Folding.fold(one).equals(Folding.fold(other))).isEqualTo(same);
  }

  /** ICU has Unicode's own table; the texts may differ, such as in Cherokee, not what is equal. */
  @Test
  void givenEachCharacter_whenFolded_thenEqualToWhatFullCaseFoldingSays() {
    Map<String, String> icuByOurs = new HashMap<>();
    Map<String, String> oursByIcu = new HashMap<>();
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE)
        .mapToObj(Character::toString)
        .forEach(
            character -> {
              String ours = Folding.fold(character);
              String icu = icu(character);
              assertThat(icuByOurs.computeIfAbsent(ours, key -> icu)).as(character).isEqualTo(icu);
              assertThat(oursByIcu.computeIfAbsent(icu, key -> ours)).as(character).isEqualTo(ours);
              assertThat(Folding.fold(ours)).as(character).isEqualTo(ours);
            });
    assertThat(oursByIcu).hasSizeGreaterThan(100_000);
  }

  private static String icu(String text) {
    return Normalizer2.getNFCInstance()
        .normalize(UCharacter.foldCase(Normalizer2.getNFDInstance().normalize(text), true));
  }
}
