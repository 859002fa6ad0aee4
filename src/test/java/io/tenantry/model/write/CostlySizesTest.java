package io.tenantry.model.write;

import static io.tenantry.model.write.Attack.CONFIGURATION;
import static io.tenantry.model.write.Attack.SCHEMA;
import static io.tenantry.model.write.Attack.TAKEN;
import static io.tenantry.model.write.Attack.a;
import static io.tenantry.model.write.Attack.array;
import static io.tenantry.model.write.Attack.asked;
import static io.tenantry.model.write.Attack.colliding;
import static io.tenantry.model.write.Attack.items;
import static io.tenantry.model.write.Attack.list;
import static io.tenantry.model.write.Attack.names;
import static io.tenantry.model.write.Attack.nested;
import static io.tenantry.model.write.Attack.property;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As much of everything as fits. */
class CostlySizesTest {

  @ParameterizedTest
  @MethodSource("attacks")
  void whenSent_thenAnsweredSoon(Attack attack) {
    attack.isAnsweredSoon();
  }

  static Stream<Attack> attacks() {

    return Stream.of(
        asked(
            "a schema of 350,000 empty ones",
            SCHEMA,
            "{'allOf':[" + list(349_000, i -> "{}") + "]}",
            "{}"),
        asked(
            "a schema of 30,000 properties",
            SCHEMA,
            "{'properties':{" + list(30_000, i -> "'property" + i + "':{'type':'string'}") + "}}",
            "{}"),
        asked(
            "a schema of 3,000 properties",
            TAKEN,
            "{'properties':{"
                + list(3_000, i -> "'property" + i + "':{'type':'string','maxLength':9}")
                + "}}",
            "{}"),
        asked(
            "a schema of 1,000 definitions",
            TAKEN,
            "{'$defs':{"
                + list(
                    1_000,
                    i ->
                        "'d"
                            + i
                            + "':{'type':'object','properties':{'x':{'type':'string'},'y':{'$ref':'#/$defs/d0'}}}")
                + "}}",
            "{}"),
        asked(
            "a schema that is 1 MB of default",
            TAKEN,
            "{'default':" + array(500_000, i -> "1") + "}",
            "{}"),
        asked("a schema of 60 levels, each with 3 branches", TAKEN, deepSchema(15), "{}"),
        asked("a configuration of 350,000 arrays, schema true", TAKEN, "true", list("[]", 349_000)),
        asked("a configuration of 350,000 arrays, no schema", TAKEN, null, list("[]", 349_000)),
        asked("a configuration of 64 levels, no schema", TAKEN, null, nested(64)),
        asked(
            "10,000 members, 10 keywords",
            TAKEN,
            "{'additionalProperties':{'type':'integer','minimum':0,'maximum':9,'multipleOf':1,'enum':[1],'not':{'const':2},'anyOf':[true],'title':'x','default':1}}",
            names(10_000, "1")),
        asked(
            "5,000 objects of 5 fields",
            TAKEN,
            items(
                "{'type':'object','required':['a','b'],'additionalProperties':false,'properties':{'a':{'type':'string','maxLength':9},'b':{'type':'integer','minimum':0},'c':{'type':'boolean'},'d':{'enum':['x','y']},'e':{'type':'string','pattern':'^[a-z]+$'}}}"),
            list("{'a':'x','b':1,'c':true,'d':'y','e':'abc'}", 5_000)),
        asked(
            "20,000 objects of 5 fields",
            TAKEN,
            items(
                "{'type':'object','required':['a','b'],'additionalProperties':false,'properties':{'a':{'type':'string','maxLength':9},'b':{'type':'integer','minimum':0},'c':{'type':'boolean'},'d':{'enum':['x','y']},'e':{'type':'string','pattern':'^[a-z]+$'}}}"),
            list("{'a':'x','b':1,'c':true,'d':'y','e':'abc'}", 20_000)),
        asked(
            "type integer, minimum 0 of 1.5",
            CONFIGURATION,
            property("type", "'integer','minimum':0"),
            a("1.5")),
        asked(
            "type integer, maximum 9 of 1e9999",
            CONFIGURATION,
            property("type", "'integer','maximum':9"),
            a("1e9999")),
        asked(
            "names of one hash code",
            TAKEN,
            null,
            "{" + list(29_000, i -> colliding(i) + ":1") + "}"),
        asked(
            "__proto__, constructor, /, ~",
            TAKEN,
            "{'properties':{'__proto__':{'type':'integer'},'a/b~':{'type':'integer'}}}",
            "{'__proto__':1,'constructor':{'prototype':2},'a/b~':1,'~1':2}"),
        asked(
            "a name of 1 MB that is wrong",
            CONFIGURATION,
            "{'additionalProperties':false}",
            "{'" + "x".repeat(1_000_000) + "':1}"),
        asked(
            "a value of 1 MB that is wrong",
            CONFIGURATION,
            property("const", "1"),
            a("'" + "x".repeat(1_000_000) + "'")));
  }

  private static String deepSchema(int levels) {
    var schema = "{'type':'object'}";
    for (int i = 0; i < levels; i++) {
      schema =
          "{'properties':{'a':{'type':'string'},'b':{'type':'string'},'c':{'allOf':["
              + schema
              + "]}}}";
    }
    return schema;
  }
}
