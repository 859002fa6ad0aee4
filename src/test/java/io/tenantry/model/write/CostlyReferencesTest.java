package io.tenantry.model.write;

import static io.tenantry.model.write.Attack.SCHEMA;
import static io.tenantry.model.write.Attack.TAKEN;
import static io.tenantry.model.write.Attack.a;
import static io.tenantry.model.write.Attack.asked;
import static io.tenantry.model.write.Attack.items;
import static io.tenantry.model.write.Attack.list;
import static io.tenantry.model.write.Attack.nested;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** References, branches and levels that multiply. */
class CostlyReferencesTest {

  @ParameterizedTest
  @MethodSource("attacks")
  void whenSent_thenAnsweredSoon(Attack attack) {
    attack.isAnsweredSoon();
  }

  static Stream<Attack> attacks() {
    var doubling = new StringBuilder("'d40':true");
    for (int i = 0; i < 40; i++) {
      var ref = "{'$ref':'#/$defs/d" + (i + 1) + "'}";
      doubling.append(",'d" + i + "':{'anyOf':[{'allOf':[" + ref + "," + ref + "]},false]}");
    }
    return Stream.of(
        asked(
            "references that double, 40 times",
            SCHEMA,
            "{'$ref':'#/$defs/d0','$defs':{" + doubling + "}}",
            "{}"),
        asked("a reference to itself", SCHEMA, "{'$ref':'#'}", a("1")),
        asked(
            "references in a ring",
            SCHEMA,
            "{'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'$ref':'#/$defs/a'}},'$ref':'#/$defs/a'}",
            a("1")),
        asked(
            "a chain of 10,000 references",
            SCHEMA,
            "{'$ref':'#/$defs/d0','$defs':{'d9999':true,"
                + list(9_999, i -> "'d" + i + "':{'$ref':'#/$defs/d" + (i + 1) + "'}")
                + "}}",
            "{}"),
        asked("$dynamicRef to itself", SCHEMA, "{'$dynamicAnchor':'x','$dynamicRef':'#x'}", a("1")),
        asked(
            "30,000 x $dynamicRef",
            SCHEMA,
            "{'$defs':{'x':{'$dynamicAnchor':'x'}},'allOf':["
                + list(30_000, i -> "{'$dynamicRef':'#x'}")
                + "]}",
            a("1")),
        asked(
            "20,000 x $id",
            SCHEMA,
            "{'$defs':{"
                + list(20_000, i -> "'d" + i + "':{'$id':'https://x.test/" + i + "'}")
                + "},'$ref':'https://x.test/7'}",
            a("1")),
        asked(
            "a reference of 500,000 segments",
            SCHEMA,
            "{'$ref':'#" + "/a".repeat(500_000) + "'}",
            a("1")),
        asked(
            "2,000 spellings of one reference, each of which compiles 2,000 parts anew",
            SCHEMA,
            "{'properties':{'abcdefghijkl':{'allOf':["
                + list(2_000, i -> "{'type':'integer'}")
                + "]}},'$defs':{"
                + list(2_000, i -> "'d" + i + "':{'$ref':'#/properties/" + spelled(i) + "'}")
                + "}}",
            "{}"),
        asked("anyOf tree, 10 wide, 6 deep, failing", SCHEMA, anyOf(5), a("1")),
        asked(
            "a recursive tree, 60 deep",
            TAKEN,
            "{'properties':{'a':{'$ref':'#'}},'additionalProperties':false}",
            nested(60)),
        asked(
            "a recursive tree, 20,000 nodes",
            TAKEN,
            "{'$defs':{'n':{'type':'object','required':['v'],'properties':{'v':{'type':'integer'},'k':{'type':'array','items':{'$ref':'#/$defs/n'}}}}},'properties':{'a':{'$ref':'#/$defs/n'}}}",
            "{'a':{'v':1,'k':[" + list(20_000, i -> "{'v':" + i + "}") + "]}}"),
        asked(
            "if/then/else 10,000 times",
            TAKEN,
            items("{'if':{'type':'integer'},'then':{'minimum':0},'else':false}"),
            list("1", 10_000)));
  }

  /** The letters from a to l, each percent-encoded or not as a bit of the number says. */
  private static String spelled(int number) {
    var name = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      var letter = (char) ('a' + i);
      name.append((number >> i & 1) == 0 ? letter : "%" + Integer.toHexString(letter));
    }
    return name.toString();
  }

  private static String anyOf(int levels) {
    var schema = "{'const':2}";
    for (int i = 0; i < levels; i++) {
      var branch = schema;
      schema =
          i < 2
              ? "{'anyOf':[" + list(10, n -> branch) + "]}"
              : "{'anyOf':[" + list(4, n -> branch) + "]}";
    }
    return "{'properties':{'a':{'allOf':[" + schema + "]}}}";
  }
}
