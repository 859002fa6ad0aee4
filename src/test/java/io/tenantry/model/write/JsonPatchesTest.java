package io.tenantry.model.write;

import static io.tenantry.kernel.RefusalCode.CONFLICT;
import static io.tenantry.kernel.RefusalCode.INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.kernel.Refused;
import io.tenantry.model.ModelCommand.PatchKind;
import io.tenantry.model.ModelCommand.PatchModel;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPatchesTest {

  private static final String GIVEN =
      "{'a':1,'n':1.0,'l':[1,2],'o':{'b':2},'~/':3,'':4,'deep':[{'x':[10,{'y':1e2}]}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'a':1}; {'op':'add','path':'/configuration/b','value':null}; {'a':1,'b':null}",
        "{'a':1}; {'op':'add','path':'/configuration/a','value':2}; {'a':2}",
        "{'a':[1,3]}; {'op':'add','path':'/configuration/a/1','value':2}; {'a':[1,2,3]}",
        "{'a':[1]}; {'op':'add','path':'/configuration/a/-','value':2}; {'a':[1,2]}",
        "{'a':1,'b':2}; {'op':'remove','path':'/configuration/a'}; {'b':2}",
        "{'a':[1,2]}; {'op':'remove','path':'/configuration/a/0'}; {'a':[2]}",
        "{'a':1}; {'op':'remove','path':'/configuration'}; {}",
        "{'a':1}; {'op':'replace','path':'/configuration/a','value':[]}; {'a':[]}",
        "{'a':1}; {'op':'move','from':'/configuration/a','path':'/configuration/b'}; {'b':1}",
        "{'a':{}}; {'op':'copy','from':'/configuration/a','path':'/configuration/b'};"
            + " {'a':{},'b':{}}",
        "{'':1}; {'op':'move','from':'/configuration/','path':'/configuration/b'}; {'b':1}",
        "{'a':1,'b':2}; {'op':'move','from':'/configuration/a','path':'/configuration/a'};"
            + " {'a':1,'b':2}",
        "{'a':[1,2]}; {'op':'move','from':'/configuration/a/1','path':'/configuration/a/0'};"
            + " {'a':[2,1]}",
        "{'a':[1,2]}; {'op':'replace','path':'/configuration/a/1','value':{}}; {'a':[1,{}]}",
        "{'__proto__':1}; {'op':'replace','path':'/configuration/__proto__','value':{}};"
            + " {'__proto__':{}}",
        "{'a/b':1}; {'op':'replace','path':'/configuration/a~1b','value':2}; {'a/b':2}",
        "{'a~b':1}; {'op':'replace','path':'/configuration/a~0b','value':2}; {'a~b':2}",
        "{'a':1}; {'op':'add','path':'/configuration/','value':2}; {'a':1,'':2}"
      })
  void givenConfiguration_whenPatched_thenAsTheRfcSays(String given, String patch, String result) {
    var state = Given.configured(json(given));
    assertThat(Given.after(state, Given.operations(json(patch))).view().configuration())
        .isEqualTo(json(result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "/configuration/a; 1",
        "/configuration/a; 1.0",
        "/configuration/a; 10e-1",
        "/configuration/n; 1",
        "/configuration/l; [1.0,2]",
        "/configuration/o; {'b':2.00}",
        "/configuration/deep; [{'x':[1e1,{'y':100}]}]",
        "/configuration/~0~1; 3",
        "/configuration/; 4",
        "/name; 'm'",
        "/description; 'd'",
        "/schema; null",
        "/id; '0190a6d2-7e4c-7000-8000-000000000001'",
        "/tenant_id; 10000",
        "/version; 1",
        "/version; 1.0",
        "/created_at; '2026-11-22T10:00:00Z'",
        "/updated_at; '2026-11-22T10:00:00Z'"
      })
  void givenModel_whenATestHolds_thenItGoesOn(String path, String value) {
    assertThat(ModelDecider.decide(given(), Given.operations(test(path, value)))).isEmpty();
  }

  @Test
  void givenModel_whenTheWholeIsTested_thenAllThatIsShownIsThere() {
    var whole =
        "{'updated_at':'2026-11-22T10:00:00Z','created_at':'2026-11-22T10:00:00Z','version':1,"
            + "'schema':null,'description':'d','configuration':{'a':1},'name':'m',"
            + "'tenant_id':10000,'id':'0190a6d2-7e4c-7000-8000-000000000001'}";
    var state = Given.configured(json("{'a':1}"));
    assertThat(ModelDecider.decide(state, Given.operations(test("", whole)))).isEmpty();
    Refused.with(
        CONFLICT,
        () ->
            ModelDecider.decide(
                state, Given.operations(test("", whole.replace("'version':1", "'version':2")))));
  }

  /** The patch is applied to what GET shows, where there is a null when there is no schema. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'op':'remove','path':'/schema'}; ",
        "{'op':'replace','path':'/schema','value':null}; ",
        "{'op':'add','path':'/schema','value':null}; ",
        "{'op':'move','from':'/schema','path':'/description'}; 'ModelDescribed'",
        "{'op':'copy','from':'/schema','path':'/description'}; 'ModelDescribed'",
        "{'op':'copy','from':'/schema','path':'/configuration/s'}; 'ModelConfigurationChanged'",
        "{'op':'move','from':'/configuration','path':'/schema'};"
            + " 'ModelSchemaChanged,ModelConfigurationChanged'",
        "{'op':'replace','path':'/schema','value':true}; 'ModelSchemaChanged'",
        "{'op':'remove','path':'/description'}; 'ModelDescribed'",
        "{'op':'replace','path':'/description','value':null}; 'ModelDescribed'",
        "{'op':'replace','path':'/configuration','value':null}; 'ModelConfigurationChanged'",
        "{'op':'copy','from':'/version','path':'/configuration/v'}; 'ModelConfigurationChanged'",
        "{'op':'copy','from':'/created_at','path':'/name'}; 'ModelRenamed'",
        "{'op':'copy','from':'','path':'/configuration/all'}; 'ModelConfigurationChanged'"
      })
  void givenNoSchema_whenPatched_thenAsTheRfcSaysOfWhatIsShown(String patch, String events) {
    var state = Given.configured(json("{'a':1}"));
    var names =
        ModelDecider.decide(state, Given.operations(json(patch))).stream()
            .map(event -> event.getClass().getSimpleName())
            .collect(Collectors.joining(","));
    assertThat(names).isEqualTo(events == null ? "" : events.replace("'", ""));
  }

  @Test
  void givenNoSchema_whenRemovedTwice_thenTheSecondHasNothingToRemove() {
    var remove = json("{'op':'remove','path':'/schema'}");
    assertThat(Refused.fields(() -> ModelDecider.decide(given(), Given.operations(remove, remove))))
        .containsExactly("[1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'op':'remove','path':'/description','value':1,'from':'nowhere','x':[]}",
        "{'op':'add','path':'/description','value':'','from':7}",
        "{'op':'replace','path':'/description','value':'','from':'/id'}",
        "{'op':'copy','from':'/schema','path':'/description','value':{}}"
      })
  void whenAnOperationHasOtherMembers_thenTheyAreIgnored(String patch) {
    assertThat(ModelDecider.decide(given(), Given.operations(json(patch)))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "/configuration/a; 2",
        "/configuration/a; '1'",
        "/configuration/a; true",
        "/configuration/l; [2,1]",
        "/configuration/l; [1,2,3]",
        "/configuration/o; {'b':2,'c':3}",
        "/configuration/o; {'c':2}",
        "/configuration/none; null",
        "/configuration/l/2; 1",
        "/configuration/a/b; 1",
        "/schema; {}",
        "/schema/a; null",
        "/version; 2",
        "/version; '1'",
        "/id; null",
        "/created_at/a; 1",
        "/name; 'M'"
      })
  void givenModel_whenATestFails_thenConflict(String path, String value) {
    Refused.with(
        CONFLICT,
        () ->
            ModelDecider.decide(
                given(), Given.operations(rename("other"), test(path, value), rename("x"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'op':'add','path':'/configuration/none/b','value':1}",
        "{'op':'add','path':'/configuration/l/3','value':1}",
        "{'op':'add','path':'/configuration/l/-1','value':1}",
        "{'op':'add','path':'/configuration/l/01','value':1}",
        "{'op':'add','path':'/configuration/l/x','value':1}",
        "{'op':'add','path':'/configuration/l/99999999999','value':1}",
        "{'op':'add','path':'/configuration/a/b','value':1}",
        "{'op':'remove','path':'/configuration/none'}",
        "{'op':'remove','path':'/configuration/l/-'}",
        "{'op':'remove','path':'/configuration/l/2'}",
        "{'op':'replace','path':'/configuration/none','value':1}",
        "{'op':'replace','path':'/configuration/l/-','value':1}",
        "{'op':'move','from':'/configuration/none','path':'/configuration/a'}",
        "{'op':'move','from':'/configuration/o','path':'/configuration/o/p'}",
        "{'op':'copy','from':'/configuration/none','path':'/configuration/a'}",
        "{'op':'copy','from':'/configuration/l/٣','path':'/configuration/a'}"
      })
  void givenModel_whenAnOperationCannotBeApplied_thenInvalid(String operation) {
    assertThat(
            Refused.fields(() -> ModelDecider.decide(given(), Given.operations(json(operation)))))
        .containsExactly("[0]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1; [0]",
        "{}; [0].op",
        "{'op':'Add','path':'/name','value':''}; [0].op",
        "{'op':1,'path':'/name','value':''}; [0].op",
        "{'op':'add','value':''}; [0].path",
        "{'op':'add','path':1,'value':''}; [0].path",
        "{'op':'add','path':'name','value':''}; [0].path",
        "{'op':'add','path':'/name'}; [0].value",
        "{'op':'move','path':'/name'}; [0].from",
        "{'op':'remove','path':''}; [0].path",
        "{'op':'remove','path':'/'}; [0].path",
        "{'op':'replace','path':'/version','value':1}; [0].path",
        "{'op':'test','path':'/x','value':1}; [0].path",
        "{'op':'test','path':'/','value':1}; [0].path",
        "{'op':'replace','path':'','value':{}}; [0].path",
        "{'op':'move','from':'','path':'/name'}; [0].from",
        "{'op':'move','from':'/version','path':'/configuration/v'}; [0].from",
        "{'op':'add','path':'/tenant_id/x','value':1}; [0].path",
        "{'op':'copy','from':'/x','path':'/name'}; [0].from",
        "{'op':'copy','from':'/name','path':'/updated_at'}; [0].path",
        "{'op':'add','path':'/x','value':1}; [0].path"
      })
  void whenAnOperationIsNoneOrTouchesWhatIsTheServers_thenItIsNamed(String patch, String field) {
    assertThat(Refused.fields(() -> ModelDecider.decide(given(), Given.operations(json(patch)))))
        .contains(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "1"})
  void whenThePatchIsNoArray_thenRefused(String patch) {
    var command = new PatchModel(Given.ID, Given.TENANT, null, PatchKind.JSON_PATCH, patch);
    assertThat(Refused.fields(() -> ModelDecider.decide(given(), command))).containsExactly("body");
  }

  @Test
  void whenTheNameIsRemovedOrIsNoText_thenRefused() {
    for (var operation :
        new String[] {
          "{'op':'remove','path':'/name'}",
          "{'op':'replace','path':'/name','value':1}",
          "{'op':'replace','path':'/name','value':' '}"
        }) {
      assertThat(
              Refused.fields(() -> ModelDecider.decide(given(), Given.operations(json(operation)))))
          .containsExactly("name");
    }
  }

  @Test
  void givenAChainOfCopies_whenEachDoublesTheModel_thenRefusedSoon() {
    var operations = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      operations.add(
          json("{'op':'copy','from':'/configuration','path':'/configuration/c%d'}".formatted(i)));
    }
    Refused.with(INVALID, () -> patch(operations));
  }

  @Test
  void givenValuesLaidIntoEachOther_whenTheyNestTooDeeply_thenRefused() {
    var operations = new ArrayList<String>();
    int step = 450;
    for (int i = 0; i < 40; i++) {
      operations.add(
          json("{'op':'add','path':'/configuration%s','value':%s}")
              .formatted(
                  "/a".repeat(1 + i * step),
                  json("{'a':").repeat(step - 1) + "{}" + "}".repeat(step - 1)));
    }
    Refused.with(INVALID, () -> patch(operations));
  }

  @Test
  void whenThereAreMoreThan1000Operations_thenRefused() {
    var operations = new ArrayList<String>();
    for (int i = 0; i < 1000; i++) {
      operations.add(rename("n" + i));
    }
    assertThat(
            Given.after(given(), Given.operations(operations.toArray(String[]::new))).view().name())
        .isEqualTo("n999");
    operations.add(rename("x"));
    assertThat(Refused.fields(() -> patch(operations))).containsExactly("body");
  }

  private static void patch(ArrayList<String> operations) {
    ModelDecider.decide(given(), Given.operations(operations.toArray(String[]::new)));
  }

  private static ModelState given() {
    return Given.configured(json(GIVEN));
  }

  private static String rename(String name) {
    return json("{'op':'replace','path':'/name','value':'%s'}".formatted(name));
  }

  private static String test(String path, String value) {
    return json("{'op':'test','path':'%s','value':%s}".formatted(path, value));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
