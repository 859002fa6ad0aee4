package io.tenantry.model.write;

import static io.tenantry.model.write.Attack.SCHEMA;
import static io.tenantry.model.write.Attack.TAKEN;
import static io.tenantry.model.write.Attack.a;
import static io.tenantry.model.write.Attack.asked;
import static io.tenantry.model.write.Attack.each;
import static io.tenantry.model.write.Attack.list;
import static io.tenantry.model.write.Attack.names;
import static io.tenantry.model.write.Attack.property;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Patterns that would backtrack, branch or repeat without end. */
class CostlyPatternsTest {

  @ParameterizedTest
  @MethodSource("attacks")
  void whenSent_thenAnsweredSoon(Attack attack) {
    attack.isAnsweredSoon();
  }

  static Stream<Attack> attacks() {
    var text = "a".repeat(500_000);
    return Stream.of(
        asked("(a+)+$ on 500 kB", SCHEMA, property("pattern", "'(a+)+$'"), a("'" + text + "!'")),
        asked(
            "^(.*,){25}P on 500 kB",
            SCHEMA,
            property("pattern", "'^(.*,){25}P'"),
            a("'" + ",".repeat(500_000) + "'")),
        asked(
            "(a{0,99}){0,99} on 500 kB",
            SCHEMA,
            property("pattern", "'^(a{0,99}){0,99}$'"),
            a("'" + text + "'")),
        asked(
            "((a{999}){999}){999}",
            SCHEMA,
            property("pattern", "'((a{999}){999}){999}'"),
            a("'x'")),
        asked(
            "20,000 patterns of 9,990 parts",
            SCHEMA,
            each(20_000, i -> "{'pattern':'(a{999}){1" + i % 10 + "}'}"),
            a("'x'")),
        asked(
            "30,000 patterns on 100 kB",
            SCHEMA,
            each(30_000, i -> "{'pattern':'^[a-z]+" + i + "$'}"),
            "'" + "a".repeat(100_000) + "'",
            true),
        asked(
            "1,000 patternProperties, 20,000 names",
            SCHEMA,
            "{'patternProperties':{" + list(1_000, i -> "'^x" + i + "':true") + "}}",
            names(20_000, "1")),
        asked(
            "10 patternProperties, 10,000 names",
            TAKEN,
            "{'patternProperties':{" + list(10, i -> "'^x" + i + "':true") + "}}",
            names(10_000, "1")),
        asked(
            "3,000 alternatives of a Unicode property",
            SCHEMA,
            property("pattern", "'" + "\\\\p{L}|".repeat(3_000) + "x'"),
            "{}"),
        asked(
            "12,000 letters between bars",
            SCHEMA,
            property("pattern", "'" + "a|b|c|d|".repeat(3_000) + "x'"),
            "{}"),
        asked(
            "3,000 classes of two Unicode properties",
            SCHEMA,
            property("pattern", "'" + "[\\\\p{L}\\\\p{N}]*".repeat(3_000) + "'"),
            "{}"),
        asked(
            "flags, by which RE2/J folds some characters for ever",
            SCHEMA,
            property("pattern", "'(?i)[\u0400-\u1c90]'"),
            "{}"),
        asked(
            "the same, later and in a group",
            SCHEMA,
            property("pattern", "'a(?s-i:x)b(?i:[\u0400-\u1c90])'"),
            "{}"),
        asked(
            "groups with and without names, escaped ones, and a few properties",
            TAKEN,
            property("pattern", "'^(?:a|b)(?<n>c)(?<m>d)?\\\\(\\\\?i[\\\\p{L}\\\\p{N}_-]+$'"),
            a("'bc(?ix1'")),
        asked(
            "a pattern of 1 MB",
            SCHEMA,
            property("pattern", "'" + "(a|b)*".repeat(170_000) + "'"),
            a("'x'")),
        asked(
            "20,000 nested groups",
            SCHEMA,
            property("pattern", "'" + "(".repeat(20_000) + ")".repeat(20_000) + "'"),
            a("'x'")));
  }
}
