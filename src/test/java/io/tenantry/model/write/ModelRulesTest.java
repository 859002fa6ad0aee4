package io.tenantry.model.write;

import static io.tenantry.model.write.ModelDecider.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tenantry.kernel.Refused;
import io.tenantry.model.ModelCommand;
import io.tenantry.model.ModelCommand.CreateModel;
import io.tenantry.model.events.ModelConfigurationChanged;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.model.events.ModelRenamed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRulesTest {

  private static final int MIB = 1 << 20;
  private static final String ASTRAL = "😀";

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \t", "\u00a0", "\u200b", "\ufeff", "\u0085", "a\u001bb"})
  void whenCreatedWithoutNameThatIsSeen_thenRefused(@Nullable String name) {
    assertThat(refused(Given.create(name, null, null, null))).containsExactly("name");
  }

  @Test
  void whenDescriptionHasLinesAndTabs_thenTaken_andNoOtherControlCharacter() {
    accepted(Given.create("m", "a\tb\r\nc", null, null));
    assertThat(refused(Given.create("m", "a\u001bb", null, null))).containsExactly("description");
    assertThat(refused(Given.merge("{\"description\":\"\\u0085\"}")))
        .containsExactly("description");
  }

  @Test
  void givenTextsOlderThanTheRules_whenSomethingElseIsPatched_thenTheyStay() {
    var state =
        Given.state(new ModelCreated(Given.ID, Given.TENANT, "\u00a0m", "\u0001", "{}", null));
    assertThat(decide(state, Given.merge("{\"configuration\":{\"a\":1}}")))
        .containsExactly(new ModelConfigurationChanged(Given.ID, Given.TENANT, "{\"a\":1}"));
    assertThat(decide(state, Given.merge("{\"name\":\"\\u00a0m\"}"))).isEmpty();
    assertThat(decide(state, Given.merge("{\"name\":\"\\u00a0n\"}")))
        .containsExactly(new ModelRenamed(Given.ID, Given.TENANT, "n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", ASTRAL})
  void whenNameHas128CodePointsOrDescription1024_thenTaken_andNotOneMore(String c) {
    accepted(Given.create(" " + c.repeat(128), c.repeat(1024), null, null));
    assertThat(refused(Given.create(c.repeat(129), c.repeat(1025), null, null)))
        .containsExactly("name", "description");
    accepted(Given.merge("{\"name\":\"%s\"}".formatted(c.repeat(128))));
    assertThat(refused(Given.merge("{\"name\":\"%s\"}".formatted(c.repeat(129)))))
        .containsExactly("name");
    assertThat(refused(Given.merge("{\"description\":\"%s\"}".formatted(c.repeat(1025)))))
        .containsExactly("description");
  }

  @Test
  void whenConfigurationIsOneMebibyteAsStored_thenTaken_andNotOneByteMore() {
    // {"a":"…"} is eight bytes around the text
    accepted(Given.configuration("{ \"a\" : \"" + "x".repeat(MIB - 8) + "\" }"));
    assertThat(refused(Given.configuration("{\"a\":\"" + "x".repeat(MIB - 7) + "\"}")))
        .containsExactly("configuration");
    assertThat(refused(Given.configuration("{\"a\":\"" + "ä".repeat(MIB / 2 - 3) + "\"}")))
        .containsExactly("configuration");
  }

  @Test
  void whenAPatchMakesTheConfigurationTooLarge_thenRefused() {
    var state = Given.configured("{\"a\":\"" + "x".repeat(MIB - 8) + "\"}");
    assertThat(Refused.fields(() -> decide(state, Given.merge("{\"configuration\":{\"b\":1}}"))))
        .containsExactly("configuration");
  }

  @Test
  void whenConfigurationOrSchemaIs64Deep_thenTaken_andNotOneMore() {
    accepted(Given.configuration(nested(64)));
    assertThat(refused(Given.configuration(nested(65)))).containsExactly("configuration");
    accepted(Given.create("m", null, null, "{\"x\":" + nested(63) + "}"));
    assertThat(refused(Given.create("m", null, null, "{\"x\":" + nested(64) + "}")))
        .containsExactly("schema");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"{}\"", "true"})
  void whenConfigurationIsNoObject_thenRefused(String json) {
    assertThat(refused(Given.configuration(json))).containsExactly("configuration");
    assertThat(refused(Given.merge("{\"configuration\":" + json + "}")))
        .containsExactly("configuration");
    var replace = "{\"op\":\"replace\",\"path\":\"/configuration\",\"value\":%s}".formatted(json);
    assertThat(refused(Given.operations(replace))).containsExactly("configuration");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"{}\""})
  void whenSchemaIsNeitherObjectNorBoolean_thenRefused(String json) {
    assertThat(refused(Given.create("m", null, null, json))).containsExactly("schema");
  }

  @Test
  void whenSeveralAreWrong_thenAllAreNamed() {
    assertThat(refused(Given.create(" ", "d".repeat(1025), "[]", "1")))
        .containsExactly("name", "description", "configuration", "schema");
  }

  @Test
  void whenANameIsAsLongAsFits_thenItIsTaken() {
    accepted(Given.configuration("{\"" + "x".repeat(MIB - 10) + "\":1}"));
  }

  @Test
  void givenSchema_whenOnlyWhatItDoesNotAskAboutChanges_thenNothingIsCheckedAgain() {
    // such as nobody could store; but so would be seen that it is checked
    var state =
        Given.state(
            new ModelCreated(Given.ID, Given.TENANT, "m", "", "{}", "{\"required\":[\"a\"]}"));
    var name = "{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"x\"}";
    var same = "{\"op\":\"add\",\"path\":\"/configuration\",\"value\":{}}";
    assertThat(decide(state, Given.operations(name, same))).hasSize(1);
    assertThat(decide(state, Given.merge("{\"description\":\"x\"}"))).hasSize(1);
    assertThat(Refused.fields(() -> decide(state, Given.merge("{\"configuration\":{\"b\":1}}"))))
        .containsExactly("configuration");
  }

  private static String nested(int levels) {
    return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
  }

  private static void accepted(ModelCommand command) {
    assertThatCode(() -> decide(state(command), command)).doesNotThrowAnyException();
  }

  private static List<String> refused(ModelCommand command) {
    return Refused.fields(() -> decide(state(command), command));
  }

  private static ModelState state(ModelCommand command) {
    return command instanceof CreateModel ? ModelState.NONE : Given.state(Given.created());
  }
}
