package io.tenantry.model.write;

import static io.tenantry.kernel.RefusalCode.CONFLICT;
import static io.tenantry.kernel.RefusalCode.INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.kernel.Refused;
import io.tenantry.model.ModelCommand.PatchKind;
import io.tenantry.model.ModelCommand.PatchModel;
import java.util.ArrayList;
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
        "/name; 'm'"
      })
  void givenModel_whenATestHolds_thenItGoesOn(String path, String value) {
    assertThat(ModelDecider.decide(given(), Given.operations(test(path, value)))).isEmpty();
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
        "/schema; null",
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
        "{'op':'test','path':'/id','value':1}; [0].path",
        "{'op':'add','path':'/tenant_id/x','value':1}; [0].path",
        "{'op':'copy','from':'/created_at','path':'/name'}; [0].from",
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
