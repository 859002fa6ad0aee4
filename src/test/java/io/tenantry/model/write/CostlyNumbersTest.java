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

/** Numbers whose zeros nobody could write out, or with as many digits as may be. */
class CostlyNumbersTest {

  @ParameterizedTest
  @MethodSource("attacks")
  void whenSent_thenAnsweredSoon(Attack attack) {
    attack.isAnsweredSoon();
  }

  static Stream<Attack> attacks() {
    var digits = "9".repeat(999);
    return Stream.of(
        asked(
            "multipleOf 3e-9999, 130,000 of 1e9999",
            CONFIGURATION,
            items("{'multipleOf':3e-9999}"),
            list("1e9999", 130_000)),
        asked(
            "multipleOf 1e-9999, 130,000 of 1e9999",
            SCHEMA,
            items("{'multipleOf':1e-9999}"),
            list("1e9999", 130_000)),
        asked(
            "multipleOf 999 digits e-9999, 130,000 of 1e9999",
            CONFIGURATION,
            items("{'multipleOf':" + digits + "e-8900}"),
            list("1e9999", 130_000)),
        asked(
            "contains multipleOf 999 digits e-9000, 130,000 of 1e9999",
            SCHEMA,
            property("contains", "{'multipleOf':" + digits + "e-8900}"),
            list("1e9999", 130_000)),
        asked(
            "multipleOf 7, 1,000 of 999 digits e9000",
            CONFIGURATION,
            items("{'multipleOf':7}"),
            list(digits + "1e8900", 1_000)),
        asked(
            "minimum of 999 digits, 130,000 of 1e999",
            SCHEMA,
            items("{'minimum':" + digits + "}"),
            list("1e999", 130_000)),
        asked(
            "maximum 1e9999, 130,000 of 1e9998",
            TAKEN,
            items("{'maximum':1e9999}"),
            list("1e9998", 130_000)),
        asked(
            "30,000 x type integer on a number of 1000 digits",
            SCHEMA,
            each(30_000, i -> "{'type':'integer'}"),
            "1" + "0".repeat(998) + ".0",
            true),
        asked(
            "30,000 x minimum on a number of 1000 digits",
            SCHEMA,
            each(30_000, i -> "{'minimum':" + i + "}"),
            digits + ".1",
            true),
        asked("const 1e9999 is 1.0e9999", TAKEN, property("const", "1e9999"), a("1.0e9999")),
        asked(
            "enum with 1e9999 and 1e-9999",
            TAKEN,
            property("enum", "[1e9999,1e-9999]"),
            a("10e-10000")),
        asked(
            "130,000 numbers with exponents, unique",
            CONFIGURATION,
            property("uniqueItems", "true"),
            a(array(100_000, i -> "1e" + i % 9999))),
        asked("minLength 1e9999", CONFIGURATION, property("minLength", "1e9999"), a("'x'")),
        asked(
            "maxItems 1e9999, minProperties 1e-9999",
            SCHEMA,
            "{'maxItems':1e9999,'minProperties':1e-9999}",
            a("1")));
  }
}
