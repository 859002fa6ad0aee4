package io.tenantry.model.write;

import static io.tenantry.model.write.Attack.CONFIGURATION;
import static io.tenantry.model.write.Attack.SCHEMA;
import static io.tenantry.model.write.Attack.TAKEN;
import static io.tenantry.model.write.Attack.a;
import static io.tenantry.model.write.Attack.array;
import static io.tenantry.model.write.Attack.asked;
import static io.tenantry.model.write.Attack.each;
import static io.tenantry.model.write.Attack.items;
import static io.tenantry.model.write.Attack.list;
import static io.tenantry.model.write.Attack.property;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that are compared with each other, or looked at again and again. */
class CostlyValuesTest {

  @ParameterizedTest
  @MethodSource("attacks")
  void whenSent_thenAnsweredSoon(Attack attack) {
    attack.isAnsweredSoon();
  }

  static Stream<Attack> attacks() {

    return Stream.of(
        asked(
            "uniqueItems of 140,000 numbers",
            TAKEN,
            property("uniqueItems", "true"),
            a(array(140_000, i -> "" + i))),
        asked(
            "uniqueItems of 55,000 strings",
            TAKEN,
            property("uniqueItems", "true"),
            a(array(55_000, i -> "'item " + i + "'"))),
        asked(
            "uniqueItems of 31,000 strings of one hash code",
            TAKEN,
            property("uniqueItems", "true"),
            a(array(31_000, Attack::colliding))),
        asked(
            "uniqueItems of 10,000 objects",
            TAKEN,
            property("uniqueItems", "true"),
            a(array(10_000, i -> "{'b':{'c':[" + i + "]},'a':'x'}"))),
        asked(
            "uniqueItems of 20,000 arrays, 20 deep",
            TAKEN,
            property("uniqueItems", "true"),
            a(array(20_000, i -> "[".repeat(20) + i + "]".repeat(20)))),
        asked(
            "required: 31,000 names of one hash code",
            CONFIGURATION,
            "{'required':" + array(31_000, Attack::colliding) + "}",
            "{}"),
        asked(
            "enum of 31,000 strings of one hash code",
            CONFIGURATION,
            property("enum", array(31_000, Attack::colliding)),
            a("'x'")),
        asked(
            "enum of 50,000, 10,000 items",
            TAKEN,
            items("{'enum':" + array(50_000, i -> "'e" + i + "'") + "}"),
            a(array(10_000, i -> "'e" + i + "'"))),
        asked(
            "const of 400 kB, 100,000 others",
            CONFIGURATION,
            items("{'const':" + array(100_000, i -> "" + i % 10) + "}"),
            list("1", 100_000)),
        asked(
            "anyOf const of 400 kB, 60,000 others",
            TAKEN,
            items("{'anyOf':[{'const':" + array(100_000, i -> "" + i % 10) + "},true]}"),
            list("[]", 60_000)),
        asked(
            "20,000 x enum on 100 kB",
            SCHEMA,
            each(20_000, i -> "{'enum':[" + i + "]}"),
            array(30_000, i -> "" + i % 10),
            true),
        asked(
            "20,000 x maxLength on 500 kB",
            SCHEMA,
            each(20_000, i -> "{'maxLength':9999999}"),
            "'" + "x".repeat(500_000) + "'",
            true),
        asked(
            "20,000 x uniqueItems on 100 kB",
            SCHEMA,
            each(20_000, i -> "{'uniqueItems':true}"),
            array(20_000, i -> "" + i),
            true),
        asked(
            "10,000 x contentMediaType on 500 kB",
            SCHEMA,
            each(10_000, i -> "{'contentMediaType':'application/json'}"),
            "'" + "[".repeat(400_000) + "'",
            true),
        asked(
            "formats on 500 kB each",
            TAKEN,
            "{'properties':{'a':{'format':'email'},'b':{'format':'uri'}}}",
            "{'a':'" + "a@".repeat(250_000) + "','b':'" + "a:".repeat(200_000) + "'}"),
        asked(
            "formats of 40,000 values",
            TAKEN,
            items("{'format':'idn-hostname'}"),
            list("'xn--x.xn--y'", 40_000)));
  }
}
