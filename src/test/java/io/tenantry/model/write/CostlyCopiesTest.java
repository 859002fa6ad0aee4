package io.tenantry.model.write;

import static io.tenantry.model.write.Attack.CONFIGURATION;
import static io.tenantry.model.write.Attack.TAKEN;
import static io.tenantry.model.write.Attack.list;
import static io.tenantry.model.write.Attack.merged;
import static io.tenantry.model.write.Attack.names;
import static io.tenantry.model.write.Attack.nested;
import static io.tenantry.model.write.Attack.patched;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Patches that make a model grow. */
class CostlyCopiesTest {

  @ParameterizedTest
  @MethodSource("attacks")
  void whenSent_thenAnsweredSoon(Attack attack) {
    attack.isAnsweredSoon();
  }

  static Stream<Attack> attacks() {
    var arrays = list("[]", 100_000);
    var one = names(60_000, "1");
    return Stream.of(
        patched(
            "copies that double, 60 times",
            "[",
            "{'a':1}",
            list(
                60,
                i -> "{'op':'copy','from':'/configuration','path':'/configuration/c" + i + "'}")),
        patched(
            "1000 copies of 300 kB",
            "[",
            arrays,
            list(
                1_000,
                i -> "{'op':'copy','from':'/configuration/a','path':'/configuration/c" + i + "'}")),
        patched(
            "1000 copies of 300 kB over each other",
            "[",
            arrays,
            list(1_000, i -> "{'op':'copy','from':'/configuration/a','path':'/configuration/c'}")),
        patched(
            "1000 copies of 1 kB",
            TAKEN,
            "{'a':'" + "x".repeat(800) + "'}",
            list(
                1_000,
                i -> "{'op':'copy','from':'/configuration/a','path':'/configuration/c" + i + "'}")),
        patched(
            "copies of an array within itself",
            "[",
            list("0", 1_000),
            list(
                1_000, i -> "{'op':'copy','from':'/configuration/a','path':'/configuration/a/0'}")),
        merged("a rename of a model of 1 MB", TAKEN, one, "{'name':'x'}"),
        merged(
            "60,000 members onto 60,000",
            TAKEN,
            one,
            "{'configuration':" + names(60_000, "2") + "}"),
        merged(
            "60,000 members removed",
            TAKEN,
            one,
            "{'configuration':" + names(60_000, "null") + "}"),
        merged(
            "64 levels onto 64 levels", TAKEN, nested(64), "{'configuration':" + nested(64) + "}"),
        merged("120 levels", CONFIGURATION, "{}", "{'configuration':" + nested(120) + "}"),
        merged(
            "350,000 arrays onto 350,000",
            TAKEN,
            list("[]", 349_000),
            "{'configuration':" + list("[]", 349_000) + "}"),
        merged("100,000 unknown fields", "name0", "{}", names(70_000, "1")),
        merged("a field's name of 1 MB", "xxxx", "{}", "{'" + "x".repeat(1_000_000) + "':1}"));
  }
}
