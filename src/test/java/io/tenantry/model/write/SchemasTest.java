package io.tenantry.model.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tenantry.kernel.Refused;
import io.tenantry.model.events.ModelCreated;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "true; {'a':1}",
        "{}; {'a':1}",
        "{'type':'object','required':['a']}; {'a':1}",
        "{'properties':{'a':{'pattern':'^x+$'}}}; {'a':'xx'}",
        "{'$defs':{'n':{'type':'integer'}},'properties':{'a':{'$ref':'#/$defs/n'}}}; {'a':1}",
        "{'$id':'https://x.test/s','$defs':{'n':{'$anchor':'n'}},'properties':{'a':{'$ref':'#n'}}};"
            + " {'a':1}",
        "{'$id':'https://x.test/s','$defs':{'n':{'$id':'n','type':'integer'}},"
            + "'properties':{'a':{'$ref':'n'}}}; {'a':1}",
        "{'$id':'s','$defs':{'n':{'$id':'n/','$defs':{'m':{'$anchor':'m'}}}},"
            + "'properties':{'a':{'$ref':'n/#m'}}}; {'a':1}",
        "{'$id':'urn:x:y','$defs':{'n':{}},'properties':{'a':{'$ref':'urn:x:y#/$defs/n'}}}; {}",
        "{'$defs':{'a/b~c %':true},'properties':{'a':{'$ref':'#/$defs/a~1b~0c%20%25'}}}; {'a':1}",
        "{'$defs':{'n':{'$dynamicAnchor':'n'}},'properties':{'a':{'$dynamicRef':'#n'}}}; {'a':1}",
        "{'properties':{'a':{'$dynamicRef':'#'}}}; {'a':{'a':{}}}",
        "{'properties':{'a':{'$ref':''}}}; {'a':{'a':{}}}",
        "{'x-own':{'n':{'$anchor':'n'}},'properties':{'a':{'$ref':'#/x-own/n'}}}; {'a':1}",
        "{'$defs':{'n':{'$schema':'https://json-schema.org/draft/2020-12/schema#'}}}; {}",
        "{'properties':{'a':{'$ref':'#'}}}; {'a':{'a':{}}}",
        "{'$schema':'https://json-schema.org/draft/2020-12/schema','type':'object'}; {}",
        "{'maximum':1,'x-own':{'any':'thing'}}; {}",
        "{'properties':{'a':{'multipleOf':0.01}}}; {'a':1.10}",
        "{'properties':{'a':{'const':1}}}; {'a':1.0}",
        "{'properties':{'a':{'const':{'x':[1],'y':null}}}}; {'a':{'y':null,'x':[1.0]}}",
        "{'properties':{'a':{'enum':['1',{'x':10}]}}}; {'a':{'x':1e1}}",
        "{'properties':{'a':{'uniqueItems':false}}}; {'a':[1,1]}",
        "{'properties':{'a':{'uniqueItems':true}}};"
            + " {'a':[1,'1',true,'true',null,'null',[],{},[1],['1'],[[1]],[1,2],[12],'',0,10]}",
        "{'properties':{'a':{'type':'integer','minimum':1,'maximum':1}}}; {'a':1.0}",
        "{'properties':{'a':{'exclusiveMinimum':1e-9999,'exclusiveMaximum':1e9999}}}; {'a':1}"
      })
  void givenSchema_whenSatisfied_thenTaken(String schema, String configuration) {
    assertThatCode(() -> create(schema, configuration)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "false; {}; configuration",
        "{'required':['a']}; {}; configuration",
        "{'properties':{'a':{'type':'string'}}}; {'a':1}; configuration/a",
        "{'properties':{'a':{'items':{'maximum':1}}}}; {'a':[1,1.1]}; configuration/a/1",
        "{'type':'obiect'}; {}; schema/type",
        "{'properties':[]}; {}; schema/properties",
        "{'minimum':'1'}; {}; schema/minimum",
        "{'properties':{'a':{'type':'integer','minimum':0}}}; {'a':1.5}; configuration/a",
        "{'properties':{'a':{'type':'integer','maximum':9}}}; {'a':1e9999}; configuration/a",
        "{'properties':{'a':{'minLength':1e9999}}}; {'a':'x'}; configuration/a",
        "{'properties':{'a':{'exclusiveMinimum':1}}}; {'a':1.0}; configuration/a",
        "{'properties':{'a':{'exclusiveMaximum':1}}}; {'a':1.0}; configuration/a",
        "{'properties':{'a':{'minimum':1.1}}}; {'a':1.09}; configuration/a",
        "{'properties':{'a':{'const':1}}}; {'a':'1'}; configuration/a",
        "{'properties':{'a':{'enum':[[1,2],'x']}}}; {'a':[12]}; configuration/a",
        "{'properties':{'a':{'uniqueItems':true}}}; {'a':[1,2,1.0]}; configuration/a",
        "{'properties':{'a':{'uniqueItems':true}}};"
            + " {'a':[{'x':1,'y':[1e2]},{'y':[100],'x':1}]}; configuration/a"
      })
  void givenSchema_whenItIsNoneOrNotSatisfied_thenThePlaceIsNamed(
      String schema, String configuration, String field) {
    assertThat(Refused.fields(() -> create(schema, configuration))).contains(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/s.json",
        "https://json-schema.org/draft/2020-12/schema",
        "https://json-schema.org/draft-07/schema",
        "file:///etc/passwd",
        "classpath:draft/2020-12/schema",
        "resource:draft/2020-12/schema",
        "jar:file:/x.jar!/s.json",
        "urn:uuid:0190a6d2-7e4c-7000-8000-000000000001",
        "other.json",
        "#/$defs/none",
        "#/nowhere",
        "#none",
        "#/required",
        "::"
      })
  void givenSchema_whenAReferenceLeadsElsewhere_thenRefused(String reference) {
    for (var keyword : List.of("$ref", "$dynamicRef")) {
      var schema = "{'required':[],'properties':{'a':{'%s':'%s'}}}".formatted(keyword, reference);
      assertThat(Refused.fields(() -> create(schema, "{}")))
          .containsExactly("schema/properties/a/" + keyword);
    }
  }

  /** Whether it is looked at or not when a configuration is checked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'$defs':{'n':REF}}; $defs/n",
        "{'$defs':{'n':{'$defs':{'m':REF}}}}; $defs/n/$defs/m",
        "{'definitions':{'n':REF}}; definitions/n",
        "{'properties':{'a':{'properties':{'b/~':REF}}}}; properties/a/properties/b~1~0",
        "{'patternProperties':{'^a':REF}}; patternProperties/^a",
        "{'additionalProperties':REF}; additionalProperties",
        "{'unevaluatedProperties':REF}; unevaluatedProperties",
        "{'propertyNames':REF}; propertyNames",
        "{'dependentSchemas':{'a':REF}}; dependentSchemas/a",
        "{'items':REF}; items",
        "{'prefixItems':[true,REF]}; prefixItems/1",
        "{'contains':REF}; contains",
        "{'unevaluatedItems':REF}; unevaluatedItems",
        "{'allOf':[REF]}; allOf/0",
        "{'anyOf':[true,REF]}; anyOf/1",
        "{'oneOf':[REF,true]}; oneOf/0",
        "{'not':{'not':REF}}; not/not",
        "{'if':REF}; if",
        "{'if':false,'then':REF}; then",
        "{'if':true,'else':REF}; else",
        "{'then':REF}; then",
        "{'else':REF}; else",
        "{'contentSchema':REF}; contentSchema",
        "{'$defs':{'n':{'$id':'https://x.test/n','not':REF}}}; $defs/n/not",
        "{'$ref':'#/x-own/n','x-own':{'n':REF}}; x-own/n"
      })
  void givenSchema_whenAReferenceLeadsNowhere_thenRefusedWhereverItStands(
      String schema, String place) {
    for (var reference : List.of("http://169.254.169.254/x", "file:///etc/passwd", "#/nowhere")) {
      var stored = schema.replace("REF", "{'$ref':'" + reference + "'}");
      assertThat(Refused.fields(() -> create(stored, "{}")))
          .containsExactly("schema/" + place + "/$ref");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'const':REF}",
        "{'enum':[REF,{}]}",
        "{'default':REF}",
        "{'examples':[REF]}",
        "{'x-own':REF}",
        "{'properties':{'a':{'const':{'pattern':'(','$schema':'x','b':REF}}}}"
      })
  void givenSchema_whenAReferenceIsAValue_thenTaken(String schema) {
    var value = "{'$ref':'http://x.test/y'}";
    var configuration = schema.startsWith("{'const'") ? value : "{}";
    assertThatCode(() -> create(schema.replace("REF", value), configuration))
        .doesNotThrowAnyException();
  }

  @Test
  void givenSchema_whenManyPlacesAreWrong_thenTwentyAreTold() {
    var wrong = "{'$ref':'#/no','pattern':'(','patternProperties':{'[':true,'a/b)':true}}";
    assertThat(Refused.fields(() -> create(wrong, "{}")))
        .containsExactlyInAnyOrder(
            "schema/$ref",
            "schema/pattern",
            "schema/patternProperties/[",
            "schema/patternProperties/a~1b)");
    var many = "{'allOf':[" + "{'$ref':'#/no'},".repeat(99) + "true]}";
    assertThat(Refused.fields(() -> create(many, "{}")))
        .hasSize(20)
        .contains("schema/allOf/0/$ref");
  }

  @Test
  void givenASchemaFromBeforeItWasInspected_whenAConfigurationLeadsThere_thenThePlaceIsNamed() {
    var schema = "{\"properties\":{\"a\":{\"$ref\":\"#/no\"},\"b\":{\"pattern\":\"(\"}}}";
    var state = Given.state(new ModelCreated(Given.ID, Given.TENANT, "m", "", "{}", schema));
    assertThat(ModelDecider.decide(state, Given.merge("{\"configuration\":{\"c\":1}}"))).hasSize(1);
    for (var configuration : List.of("{\"a\":1}", "{\"b\":\"x\"}")) {
      var patch = Given.merge("{\"configuration\":" + configuration + "}");
      assertThat(Refused.fields(() -> ModelDecider.decide(state, patch)))
          .containsExactly("schema/properties/a/$ref", "schema/properties/b/pattern");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://json-schema.org/draft-07/schema#",
        "http://127.0.0.1:1/meta",
        "file:///etc/passwd",
        "classpath:draft/2019-09/schema"
      })
  void givenSchema_whenItNamesAnotherDialect_thenRefused(String dialect) {
    var named = "{'$schema':'" + dialect + "','items':[]}";
    assertThat(Refused.fields(() -> create(named, "{}"))).containsExactly("schema/$schema");
    var within = "{'$defs':{'n':{'$id':'https://x.test/n','$schema':'" + dialect + "'}}}";
    assertThat(Refused.fields(() -> create(within, "{}")))
        .containsExactly("schema/$defs/n/$schema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "a{2,1}",
        "*",
        "^(?=.*[a-z]).{8,}$",
        "(a)\\\\1",
        "^[]x|(]*$",
        "((a{999}){999}){999}"
      })
  void givenSchema_whenAPatternIsNone_thenRefused(String pattern) {
    var schema = "{'properties':{'a':{'pattern':'" + pattern + "'}}}";
    assertThat(Refused.fields(() -> create(schema, "{'a':'x'}")))
        .containsExactly(pattern.startsWith("((") ? "schema" : "schema/properties/a/pattern");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(a+)+$; aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
        "(a|aa)+$; aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
        "^(.*,){25}P; 1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0,1,2,3,4"
      })
  void givenPattern_whenItWouldBacktrackForEver_thenRefusedSoon(String pattern, String text) {
    refusedSoon("{'properties':{'a':{'pattern':'%s'}}}".formatted(pattern), "{'a':'" + text + "'}");
    refusedSoon(
        "{'patternProperties':{'%s':false}}".formatted(pattern + "|!"), "{'" + text + "!':1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$ref':'#'}",
        "{'allOf':[{'$ref':'#'}]}",
        "{'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'$ref':'#/$defs/a'}},'$ref':'#/$defs/a'}",
        "{'$dynamicAnchor':'x','$dynamicRef':'#x'}",
        "{'$dynamicRef':'#'}"
      })
  void givenSchema_whenItLeadsToItselfForEver_thenRefused(String schema) {
    refusedSoon(schema, "{'a':1}");
  }

  @Test
  void givenPattern_whenItBranchesForEverWithoutReading_thenRefusedSoon() {
    var branches = "(?:^|^)".repeat(60);
    for (var pattern :
        List.of(
            branches + "(?!)",
            branches + "x",
            "(?:a*|b*)".repeat(60) + "x",
            "(?:(?:a?)?)".repeat(60) + "x",
            "(?x)#[\\n" + branches + "(?!)",
            "\\\\Q[\\\\E" + branches + "(?!)")) {
      refusedSoon("{'properties':{'a':{'pattern':'" + pattern + "'}}}", "{'a':''}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(0|[1-9]\\\\d*)\\\\.(0|[1-9]\\\\d*)(?:-((?:0|[a-z]+)(?:\\\\.(?:0|[a-z]+))*))?$",
        "^[^@ ]+@[^@ ]+$",
        "^[a-z0-9-]{1,63}(\\\\.[a-z0-9-]{1,63})*$",
        "^(?:AD|AE|AF|AG)(?:AD|AE|AF|AG)?$",
        "^(?<year>[0-9]{4})-[0-9]{2}([T ].*)?$",
        "^\\\\S+@\\\\S+\\\\.[\\\\w.-]+$"
      })
  void givenPattern_whenItIsAnEverydayOne_thenTaken(String pattern) {
    assertThatCode(() -> create("{'properties':{'b':{'pattern':'" + pattern + "'}}}", "{'a':1}"))
        .doesNotThrowAnyException();
  }

  @Test
  void givenReferences_whenEachLeadsTwiceToTheNext_thenRefusedSoon() {
    var defs = new StringBuilder("'d40':true");
    for (int i = 0; i < 40; i++) {
      var ref = "{'$ref':'#/$defs/d%d'}".formatted(i + 1);
      defs.append(",'d%d':{'allOf':[%s,%s]}".formatted(i, ref, ref));
    }
    refusedSoon("{'$ref':'#/$defs/d0','$defs':{%s}}".formatted(defs), "{}");
  }

  @Test
  void givenMoreViolationsThanAnybodyReads_thenTwentyAreTold() {
    var items = "{'properties':{'a':{'items':{'type':'string'}}}}";
    assertThat(Refused.fields(() -> create(items, "{'a':[" + "1,".repeat(99) + "1]}")))
        .hasSize(20)
        .startsWith("configuration/a/0", "configuration/a/1");
    assertThat(Refused.fields(() -> create(items, "{'a':[" + "1,".repeat(19) + "1]}"))).hasSize(20);
    assertThat(Refused.fields(() -> create(items, "{'a':[1]}"))).hasSize(1);
  }

  private static void refusedSoon(String schema, String configuration) {
    Assertions.assertTimeoutPreemptively(
        SOON, () -> assertThat(Refused.fields(() -> create(schema, configuration))).isNotEmpty());
  }

  private static void create(String schema, String configuration) {
    ModelDecider.decide(
        ModelState.NONE,
        Given.create("m", null, configuration.replace('\'', '"'), schema.replace('\'', '"')));
  }
}
