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
import static io.tenantry.model.write.Attack.names;
import static io.tenantry.model.write.Attack.property;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As many keywords times as many values as fit, and as many violations. */
class CostlyProductsTest {

  @ParameterizedTest
  @MethodSource("attacks")
  void whenSent_thenAnsweredSoon(Attack attack) {
    attack.isAnsweredSoon();
  }

  static Stream<Attack> attacks() {

    return Stream.of(
        asked(
            "40,000 properties, 20,000 objects",
            SCHEMA,
            items("{'properties':{" + list(40_000, i -> "'p" + i + "':true") + "}}"),
            list("{}", 20_000)),
        asked(
            "40,000 required, 20,000 objects",
            CONFIGURATION,
            items("{'required':" + array(40_000, i -> "'p" + i + "'") + "}"),
            list("{}", 20_000)),
        asked(
            "contains of 40,000 required, 20,000 objects",
            SCHEMA,
            property("contains", "{'required':" + array(40_000, i -> "'p" + i + "'") + "}"),
            list("{}", 20_000)),
        asked(
            "dependentRequired of 40,000, 20,000 objects",
            CONFIGURATION,
            items("{'dependentRequired':{'a':" + array(40_000, i -> "'p" + i + "'") + "}}"),
            list("{'a':1}", 20_000)),
        asked(
            "dependentSchemas of 20,000, 20,000 objects",
            SCHEMA,
            items("{'dependentSchemas':{" + list(20_000, i -> "'p" + i + "':{}") + "}}"),
            list("{}", 20_000)),
        asked(
            "additionalProperties, 10,000 members",
            TAKEN,
            "{'additionalProperties':{'type':'integer'}}",
            names(10_000, "1")),
        asked(
            "propertyNames, 50,000 members",
            CONFIGURATION,
            "{'propertyNames':{'maxLength':2}}",
            names(50_000, "1")),
        asked(
            "propertyNames in anyOf, 50,000 members",
            CONFIGURATION,
            "{'anyOf':[{'propertyNames':{'maxLength':2}},false]}",
            names(50_000, "1")),
        asked("500,000 violations", CONFIGURATION, items("{'type':'string'}"), list("1", 500_000)),
        asked(
            "500,000 violations in anyOf",
            SCHEMA,
            "{'anyOf':[{'properties':{'a':{'items':false}}},true]}",
            list("1", 500_000)),
        asked(
            "contains, 500,000 items",
            SCHEMA,
            property("contains", "{'const':2}"),
            list("1", 500_000)),
        asked(
            "contains quoted, 100,000 times",
            SCHEMA,
            items("{'contains':{'enum':" + array(100_000, i -> "" + i) + "}}"),
            list("[]", 100_000)),
        asked(
            "not quoted, 100,000 times",
            SCHEMA,
            items("{'anyOf':[{'not':{'default':" + array(100_000, i -> "" + i) + "}},true]}"),
            list("1", 100_000)),
        asked(
            "unevaluatedProperties, 20,000 x properties",
            SCHEMA,
            "{'allOf':["
                + list(20_000, i -> "{'properties':{'a':true}}")
                + "],'unevaluatedProperties':false}",
            a("1")),
        asked(
            "10,000 x unevaluatedProperties",
            SCHEMA,
            each(10_000, i -> "{'properties':{'a':true},'unevaluatedProperties':false}"),
            a("1")),
        asked(
            "10,000 x unevaluatedItems",
            SCHEMA,
            each(10_000, i -> "{'prefixItems':[true],'unevaluatedItems':true}"),
            "[1,2]",
            true),
        asked(
            "unevaluatedProperties, 10,000 members",
            CONFIGURATION,
            "{'patternProperties':{'^x':true},'unevaluatedProperties':false}",
            names(10_000, "1")),
        asked(
            "unevaluated over anyOf that fails 5,000 times",
            SCHEMA,
            "{'unevaluatedProperties':true,'allOf':["
                + list(5_000, i -> "{'properties':{'a':true}}")
                + "],'anyOf':["
                + list(5_000, i -> "{'required':['x']}")
                + ",true]}",
            a("1")));
  }
}
