package io.tenantry.model.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers keep every digit and their scale, however they came in and whatever passed by them. */
class NumbersTest {

  private static final String LONG_ROW =
      """
      1.0, 1.0
      1.00, 1.00
      0.10, 0.10
      0, 0
      -0, 0
      -0.0, 0.0
      0.000, 0.000
      1e400, 1E+400
      1E-400, 1E-400
      1.50e3, 1.50E+3
      -12e-2, -0.12
      1e9999, 1E+9999
      1e-9999, 1E-9999
      9007199254740993, 9007199254740993
      9223372036854775807, 9223372036854775807
      9223372036854775808, 9223372036854775808
      123456789012345678901234567890, 123456789012345678901234567890
      -123456789012345678901234567890.10, -123456789012345678901234567890.10
      0.1234567890123456789012345678901, 0.1234567890123456789012345678901
      """;

  @ParameterizedTest
  @CsvSource(textBlock = LONG_ROW)
  void whenCreated_thenEachDigitStays(String written, String stored) {
    assertThat(Given.configured("{\"a\":" + written + "}").view().configuration())
        .isEqualTo("{\"a\":" + stored + "}");
  }

  @ParameterizedTest
  @CsvSource(textBlock = LONG_ROW)
  void whenSomethingElseIsMerged_thenEachDigitStays(String written, String stored) {
    var state = Given.configured("{\"a\":[" + written + "]}");
    assertThat(Given.merged(state, "{\"configuration\":{\"b\":2}}").configuration())
        .isEqualTo("{\"a\":[" + stored + "],\"b\":2}");
  }

  @ParameterizedTest
  @CsvSource(textBlock = LONG_ROW)
  void whenMergedItself_thenEachDigitStays(String written, String stored) {
    var patch = "{\"configuration\":{\"a\":" + written + "}}";
    assertThat(Given.merged(Given.configured("{}"), patch).configuration())
        .isEqualTo("{\"a\":" + stored + "}");
  }

  @ParameterizedTest
  @CsvSource(textBlock = LONG_ROW)
  void whenAddedByAnOperation_thenEachDigitStays(String written, String stored) {
    var add = "{\"op\":\"add\",\"path\":\"/configuration/a\",\"value\":%s}".formatted(written);
    assertThat(
            Given.after(Given.configured("{\"b\":1.0}"), Given.operations(add))
                .view()
                .configuration())
        .isEqualTo("{\"b\":1.0,\"a\":" + stored + "}");
  }

  @ParameterizedTest
  @CsvSource(textBlock = LONG_ROW)
  void givenWhatIsStored_whenSentBack_thenNothingHappens(String written, String stored) {
    var state = Given.configured("{\"a\":" + written + "}");
    var patch = Given.merge("{\"configuration\":{\"a\":" + stored + "}}");
    assertThat(ModelDecider.decide(state, patch)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"999", "1000"})
  void whenANumberHasAsManyDigitsAsMayBe_thenEachStays(int digits) {
    var number = "9".repeat(digits);
    var state = Given.configured("{\"a\":" + number + "}");
    assertThat(Given.merged(state, "{\"name\":\"x\"}").configuration())
        .isEqualTo("{\"a\":" + number + "}");
  }

  @ParameterizedTest
  @CsvSource({"9,E+8999", "-9.,E-1000"})
  void whenItHasAnExponentAndASignBeside_thenEachDigitStays(String first, String exponent) {
    var number = first + "9".repeat(999 - first.length()) + exponent;
    var stored = Given.configured("{\"a\":" + number + "}").view().configuration();
    assertThat(Given.configured(stored).view().configuration()).isEqualTo(stored);
    assertThat(stored).contains("9".repeat(990));
  }
}
