package io.tenantry.model.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns as ECMA-262 understands them, where RE2 by itself would not. */
class EcmaPatternTest {

  private final Patterns patterns = new Patterns(new Budget());

  /** Of the texts behind the pattern those before the bar are matched, the others are not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "b; abc b | a B",
        "^b$; b | ab b\\n",
        "^a.c$; abc a😀c a\\u0085c | a\\nc a\\rc a\\u2028c a\\u2029c",
        "^\\s$; \\t \\n \\u000b \\f \\r \\u00a0 \\u1680 \\u2003 \\u2028 \\u2029 \\u202f \\u205f \\u3000 \\ufeff"
            + " | a \\u0085 \\u180e \\u200b",
        "^\\S$; a \\u0085 \\u200b | \\u00a0 \\u000b \\ufeff \\u2028",
        "^[\\s-]$; - \\u00a0 | a",
        "^[^\\s]$; a | \\u3000",
        "^[\\S\\n]$; a \\n | \\t \\u00a0",
        "^\\d\\D\\w\\W$; 1a_- 1é_é | ٣a_-",
        "\\bé; aé | é",
        "a\\B; ab | a",
        "^[\\b]$; \\b | b",
        "^\\cJ\\0$; \\n\\u0000 | J0",
        "^\\x41\\u0042\\u{43}\\u{1F600}\\ud83d\\ude00$; ABC😀😀 | ABC",
        "^[\\u{1F600}-\\u{1F602}]$; 😁 | 😅",
        "^.$; 😀 | ab",
        "^\\/\\-\\@\\_\\.$; /-@_. | a",
        "^(?<größe>a)(?<$b>c)$; ac | a",
        "^a{2}b{1,}c{0,2}?$; aab aabbcc | ab aabccc",
        "^a{,2}{$; a{,2}{ | aa",
        "^]}$; ]} | a",
        "^[^]$; a \\n | ab",
        "[]; | a",
        "^[]|a$; a | ]",
        "^[[:alpha:]]$; [] :] a] | a b",
        "^[a\\]-]+$; a]- | b",
        "^[&&~|{(*+?$^]+$; &&~|{(*+?$^ | a",
        "^[\\w-.]+$; a-. | !",
        "^\\p{Lu}\\p{Lowercase_Letter}\\P{L}$; Aa1 Éé- | aa1 Aaa",
        "^\\p{gc=Nd}\\p{General_Category=Decimal_Number}$; 1٣ | 1a",
        "^\\p{Script=Greek}\\p{sc=Cyrl}$; αд | aд",
        "^[\\p{Lu}_]$; Á _ | á",
        "^[^\\p{L}]$; 1 | a",
        "^[\\P{L}a]$; 1 a | b",
        "^\\p{Alphabetic}\\p{ASCII}\\p{Any}\\P{White_Space}$; éa\\na | éé\\na",
        "^\\p{C}$; \\u0000 \\u0378 \\ue000 | a",
        "^\\p{L}$; \\u10d0 \\u1c90 \\uab70 | 1",
        "(|a)+$; a b |"
      })
  void whenMatched_thenAsEcma262Says(String pattern, String texts) {
    var compiled = patterns.compile(pattern);
    assertThat(patterns.whyUnusable(pattern)).isNull();
    var halves = texts.split("\\|(?= |$)", -1);
    assertThat(texts(halves[0])).allMatch(compiled::matches);
    assertThat(texts(halves[1])).noneMatch(compiled::matches);
  }

  private static List<String> texts(String texts) {
    return Stream.of(texts.split(" "))
        .filter(text -> !text.isEmpty())
        .map(text -> Json.parse("\"" + text + "\"").stringValue())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a(?=b); look",
        "(?<!a)b; look",
        "(a)\\1; back-reference",
        "(?<n>a)\\k<n>; back-reference",
        "(?i)a; flags",
        "(?i:a); flags",
        "(?P<n>a); flags",
        "(?>a); flags",
        "(?<1>a); name",
        "(?<n; name",
        "(a; not closed",
        "a); closes no group",
        "[a; not closed",
        "[a-; not closed",
        "[b-a]; order",
        "a{2,1}; order",
        "a{1001}; 1000",
        "a{00000000000000000001001,}; 1000",
        "a**; repeat",
        "a{1}{2}; repeat",
        "^*; repeat",
        "\\b+; repeat",
        "a|*; repeat",
        "(?:+a); repeat",
        "\\; backslash",
        "\\A; escape",
        "\\z; escape",
        "\\Qa\\E; escape",
        "\\a; escape",
        "\\07; escape",
        "[\\1]; escape",
        "[\\B]; escape",
        "\\c1; letter",
        "\\x4; hexadecimal",
        "\\u12; hexadecimal",
        "\\u{}; hexadecimal",
        "\\u{110000}; last code point",
        "\\ud83d; surrogate",
        "[\\ud800-\\udbff]; surrogate",
        "\\pL; property",
        "\\p{l}; no property",
        "\\p{Greek}; no property",
        "\\p{^L}; property",
        "\\p{Script=L}; no property",
        "\\p{Script_Extensions=Greek}; no property",
        "\\p{Lu=}; no property"
      })
  void whenItCannotBeUsed_thenSaysWhy(String pattern, String why) {
    patterns.compile(pattern);
    assertThat(patterns.whyUnusable(pattern)).contains(why);
  }
}
