package io.tenantry.api.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class CanonicalJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":1,"b":[true,null]} | { "b" : [ true , null ], "a" : 1 }
          {"a":{"x":1,"y":2}}     | {"a":{"y":2,"x":1}}
          "A\\u00e4\\/"           | "\\u0041ä/"
          1.50                    | 1.50
          {}                      | { }
          """)
  void givenTheSameInOtherWords_whenDigested_thenItIsTheSame(String one, String other) {
    assertThat(CanonicalJson.digest(one)).isEqualTo(CanonicalJson.digest(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1            | 1.0
          1e2          | 100
          1e2          | 1E2
          1            | "1"
          true         | "true"
          null         | "null"
          {}           | []
          []           | ""
          [1,2]        | [2,1]
          [1,2]        | [12]
          ["a","b"]    | ["ab"]
          [[1],2]      | [[1,2]]
          {"a":"b"}    | ["a","b"]
          {"a":{"b":1}} | {"a":{},"b":1}
          {"a":null}   | {}
          """)
  void givenSomethingElse_whenDigested_thenItIsAnother(String one, String other) {
    assertThat(CanonicalJson.digest(one)).isNotEqualTo(CanonicalJson.digest(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[1,",
        "{\"a\"}",
        "nul",
        "",
        " \n",
        "{} {}",
        "{}x",
        "{\"a\":1,\"a\":2}",
        "\"\\ud800\"",
        "{\"\\udc00\":1}"
      })
  void givenNoJson_whenDigested_thenThatIsSaid(String text) {
    assertThatThrownBy(() -> CanonicalJson.digest(text)).isInstanceOf(JacksonException.class);
  }
}
