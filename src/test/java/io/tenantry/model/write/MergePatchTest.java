package io.tenantry.model.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergePatchTest {

  /** RFC 7396, appendix A, as far as a configuration is an object. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'a':'b'}; {'a':'c'}; {'a':'c'}",
        "{'a':'b'}; {'b':'c'}; {'a':'b','b':'c'}",
        "{'a':'b'}; {'a':null}; {}",
        "{'a':'b','b':'c'}; {'a':null}; {'b':'c'}",
        "{'a':['b']}; {'a':'c'}; {'a':'c'}",
        "{'a':'c'}; {'a':['b']}; {'a':['b']}",
        "{'a':{'b':'c'}}; {'a':{'b':'d','c':null}}; {'a':{'b':'d'}}",
        "{'a':[{'b':'c'}]}; {'a':[1]}; {'a':[1]}",
        "{'e':null}; {'a':1}; {'e':null,'a':1}",
        "{}; {'a':{'bb':{'ccc':null}}}; {'a':{'bb':{}}}",
        "{'a':1}; {'a':{'b':null,'c':2}}; {'a':{'c':2}}",
        "{'a':{'b':1}}; {'a':[{'b':null}]}; {'a':[{'b':null}]}"
      })
  void givenConfiguration_whenMerged_thenAsTheRfcSays(String given, String patch, String result) {
    var state = Given.configured(given.replace('\'', '"'));
    var merged =
        Given.merged(state, "{\"configuration\":" + patch.replace('\'', '"') + "}").configuration();
    assertThat(merged).isEqualTo(result.replace('\'', '"'));
  }

  @Test
  void whenNameIsNull_thenRefused_sinceAModelHasOne() {
    assertThat(Refused.fields(() -> patch("{\"name\":null}"))).containsExactly("name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "tenant_id", "version", "created_at", "updated_at", "x", "Name"})
  void whenAnotherFieldIsTouched_thenItIsNamed(String field) {
    assertThat(Refused.fields(() -> patch("{\"" + field + "\":null}"))).containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "\"name\""})
  void whenThePatchIsNoObject_thenRefused(String patch) {
    assertThat(Refused.fields(() -> patch(patch))).containsExactly("body");
  }

  @Test
  void whenSeveralAreOfAWrongType_thenAllAreNamed() {
    assertThat(
            Refused.fields(
                () -> patch("{\"name\":1,\"description\":{},\"configuration\":[],\"y\":2}")))
        .containsExactlyInAnyOrder("y", "name", "description", "configuration");
  }

  @Test
  void givenSchema_whenThePatchedConfigurationDoesNotSatisfyIt_thenRefused() {
    var state = Given.state("{\"a\":1}", "{\"required\":[\"a\"]}");
    assertThat(
            Refused.fields(
                () -> ModelDecider.decide(state, Given.merge("{\"configuration\":{\"a\":null}}"))))
        .containsExactly("configuration");
  }

  private static void patch(String patch) {
    ModelDecider.decide(Given.state(Given.created()), Given.merge(patch));
  }
}
