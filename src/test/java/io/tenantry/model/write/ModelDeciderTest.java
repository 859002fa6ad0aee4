package io.tenantry.model.write;

import static io.tenantry.kernel.RefusalCode.ALREADY_EXISTS;
import static io.tenantry.kernel.RefusalCode.NOT_FOUND;
import static io.tenantry.kernel.RefusalCode.PRECONDITION_FAILED;
import static io.tenantry.model.write.Given.ID;
import static io.tenantry.model.write.Given.TENANT;
import static io.tenantry.model.write.ModelDecider.decide;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.kernel.Refused;
import io.tenantry.model.ModelCommand.DeleteModel;
import io.tenantry.model.ModelCommand.PatchKind;
import io.tenantry.model.ModelCommand.PatchModel;
import io.tenantry.model.events.ModelConfigurationChanged;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.model.events.ModelDeleted;
import io.tenantry.model.events.ModelDescribed;
import io.tenantry.model.events.ModelEvent;
import io.tenantry.model.events.ModelRenamed;
import io.tenantry.model.events.ModelSchemaChanged;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDeciderTest {

  private static final ModelState MODEL = Given.state(Given.created());
  private static final ModelState DELETED =
      Given.state(Given.created(), new ModelDeleted(ID, TENANT));

  @Test
  void givenNothing_whenCreatedWithNameAlone_thenTheRestIsItsDefault() {
    assertThat(decide(ModelState.NONE, Given.create(" m ", null, null, null)))
        .containsExactly(new ModelCreated(ID, TENANT, "m", "", "{}", null));
  }

  @Test
  void givenNothing_whenCreatedWithJsonNulls_thenTheyMeanTheDefault() {
    assertThat(decide(ModelState.NONE, Given.create("m", null, "null", "null")))
        .containsExactly(new ModelCreated(ID, TENANT, "m", "", "{}", null));
  }

  @Test
  void givenModelOrADeletedOne_whenCreated_thenItExistsAlready() {
    Refused.with(ALREADY_EXISTS, () -> decide(MODEL, Given.create("m", null, null, null)));
    Refused.with(ALREADY_EXISTS, () -> decide(DELETED, Given.create("m", null, null, null)));
  }

  static List<Arguments> changes() {
    return List.of(
        Arguments.of("{\"name\":\" n\"}", new ModelRenamed(ID, TENANT, "n")),
        Arguments.of("{\"description\":\"e\"}", new ModelDescribed(ID, TENANT, "e")),
        Arguments.of("{\"description\":null}", new ModelDescribed(ID, TENANT, "")),
        Arguments.of(
            "{\"configuration\":{\"b\":2}}",
            new ModelConfigurationChanged(ID, TENANT, "{\"a\":1,\"b\":2}")),
        Arguments.of("{\"configuration\":null}", new ModelConfigurationChanged(ID, TENANT, "{}")),
        Arguments.of("{\"schema\":true}", new ModelSchemaChanged(ID, TENANT, "true")));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void givenModel_whenOneThingChanges_thenOneEventSaysSo(String patch, ModelEvent event) {
    assertThat(decide(MODEL, Given.merge(patch))).containsExactly(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"m \"}",
        "{\"description\":\"d\"}",
        "{\"configuration\":{}}",
        "{\"configuration\":{\"a\":1,\"none\":null}}",
        "{\"schema\":null}"
      })
  void givenModel_whenPatchedToWhatItIs_thenNothingHappens(String patch) {
    assertThat(decide(MODEL, Given.merge(patch))).isEmpty();
  }

  /** What is compared is JSON: members of objects in any order, numbers as they are written. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'op':'replace','path':'/configuration','value':{'b':[{'d':2,'c':1.0}],'a':{'y':1,'x':'z'}}}",
        "{'op':'remove','path':'/configuration/a'},"
            + "{'op':'add','path':'/configuration/a','value':{'x':'\\u007a','y':1}}",
        "{'op':'replace','path':'/schema','value':{'title':'t','type':['object','null']}}",
        "{'op':'remove','path':'/schema'},"
            + "{'op':'add','path':'/schema','value':{'type':['object','null'],'title':'t'}}"
      })
  void givenModel_whenPatchedToEqualJson_thenNothingHappens(String operations) {
    assertThat(decide(ordered(), Given.operations(operations.replace('\'', '"')))).isEmpty();
  }

  @Test
  void givenModel_whenItsSchemaIsMergedInAnotherOrder_thenNothingHappens() {
    var patch = "{\"schema\":{\"title\":\"t\",\"type\":[\"object\",\"null\"]}}";
    assertThat(decide(ordered(), Given.merge(patch))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':{'x':'z','y':1},'b':[{'c':1,'d':2}]}",
        "{'a':{'x':'z','y':1},'b':[{'c':1.00,'d':2}]}",
        "{'a':{'x':'Z','y':1},'b':[{'c':1.0,'d':2}]}",
        "{'a':{'x':'z','y':1},'b':[{'c':1.0,'d':2},null]}"
      })
  void givenModel_whenPatchedToOtherJson_thenThatIsAChange(String configuration) {
    var replace = "{'op':'replace','path':'/configuration','value':" + configuration + "}";
    assertThat(decide(ordered(), Given.operations(replace.replace('\'', '"')))).hasSize(1);
  }

  private static ModelState ordered() {
    return Given.state(
        "{\"a\":{\"x\":\"z\",\"y\":1},\"b\":[{\"c\":1.0,\"d\":2}]}",
        "{\"type\":[\"object\",\"null\"],\"title\":\"t\"}");
  }

  @Test
  void givenModel_whenPatchedByNoOperations_thenNothingHappens() {
    assertThat(decide(MODEL, Given.operations())).isEmpty();
  }

  @Test
  void givenModel_whenSchemaIsTakenAway_thenTheEventHoldsNone() {
    assertThat(decide(Given.state("{}", "true"), Given.merge("{\"schema\":null}")))
        .containsExactly(new ModelSchemaChanged(ID, TENANT, null));
  }

  @Test
  void givenNoModelOrADeletedOneOrAnotherTenants_whenPatchedOrDeleted_thenNotFound() {
    for (var state : List.of(ModelState.NONE, DELETED)) {
      Refused.with(NOT_FOUND, () -> decide(state, Given.merge("{}")));
      Refused.with(NOT_FOUND, () -> decide(state, Given.expecting(Set.of(1L))));
      Refused.with(NOT_FOUND, () -> decide(state, Given.delete()));
    }
    long other = TENANT + 1;
    var patch = new PatchModel(ID, other, Set.of(9L), PatchKind.MERGE_PATCH, "{}");
    Refused.with(NOT_FOUND, () -> decide(MODEL, patch));
    Refused.with(NOT_FOUND, () -> decide(MODEL, new DeleteModel(ID, other, null)));
  }

  @Test
  void givenNoModel_whenPatchedWithSomethingInvalid_thenInvalidAnswersFirst() {
    assertThat(Refused.fields(() -> decide(ModelState.NONE, Given.merge("{\"x\":1}"))))
        .containsExactly("x");
  }

  @Test
  void givenVersionOne_whenAnotherIsExpected_thenPreconditionFailed() {
    Refused.with(PRECONDITION_FAILED, () -> decide(MODEL, Given.expecting(Set.of(2L))));
    Refused.with(PRECONDITION_FAILED, () -> decide(MODEL, new DeleteModel(ID, TENANT, Set.of())));
    assertThat(decide(MODEL, Given.expecting(Set.of(2L, 1L)))).isEmpty();
    assertThat(decide(MODEL, new DeleteModel(ID, TENANT, Set.of(1L))))
        .containsExactly(new ModelDeleted(ID, TENANT));
  }

  @Test
  void givenModel_whenStoredBytesAreCounted_thenTheyAreThoseOfUtf8() {
    var state = Given.after(ModelState.NONE, Given.create("ä😀", "€", "{\"ü\":1}", "true"));
    assertThat(state.storedBytes()).isEqualTo(6 + 3 + 8 + 4);
    assertThat(Given.after(state, Given.delete()).storedBytes()).isZero();
    assertThat(ModelState.NONE.storedBytes()).isZero();
  }
}
