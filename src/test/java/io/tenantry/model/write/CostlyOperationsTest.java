package io.tenantry.model.write;

import static io.tenantry.model.write.Attack.CONFIGURATION;
import static io.tenantry.model.write.Attack.TAKEN;
import static io.tenantry.model.write.Attack.a;
import static io.tenantry.model.write.Attack.array;
import static io.tenantry.model.write.Attack.list;
import static io.tenantry.model.write.Attack.names;
import static io.tenantry.model.write.Attack.patched;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON Patches on as large a model as there is. */
class CostlyOperationsTest {

  @ParameterizedTest
  @MethodSource("attacks")
  void whenSent_thenAnsweredSoon(Attack attack) {
    attack.isAnsweredSoon();
  }

  static Stream<Attack> attacks() {
    var large = list("0", 500_000);
    return Stream.of(
        patched(
            "add /configuration/a/0 x 1000 to 500,000",
            "[19]",
            large,
            list(1_000, i -> "{'op':'add','path':'/configuration/a/0','value':1}")),
        patched(
            "remove /configuration/a/0 x 1000 of 500,000",
            "[19]",
            large,
            list(1_000, i -> "{'op':'remove','path':'/configuration/a/0'}")),
        patched(
            "move first to last x 1000 of 500,000",
            "[9]",
            large,
            list(
                1_000,
                i -> "{'op':'move','from':'/configuration/a/0','path':'/configuration/a/-'}")),
        patched(
            "add /configuration/a/0 x 1000 to 8,000",
            TAKEN,
            list("0", 8_000),
            list(1_000, i -> "{'op':'add','path':'/configuration/a/0','value':1}")),
        patched(
            "replace in 2,000 members x 1000",
            TAKEN,
            names(2_000, "1"),
            list(1_000, i -> "{'op':'replace','path':'/configuration/name" + i + "','value':2}")),
        patched(
            "test of one in 500,000 x 1000",
            TAKEN,
            large,
            list(1_000, i -> "{'op':'test','path':'/configuration/a/" + i + "','value':0.0}")),
        patched(
            "test of 500,000 x 1000",
            "conflict",
            large,
            list(1_000, i -> "{'op':'test','path':'/configuration/a','value':[]}")),
        patched(
            "test of 500,000",
            TAKEN,
            large,
            list(
                1,
                i ->
                    "{'op':'test','path':'/configuration/a','value':"
                        + array(500_000, n -> "0.0")
                        + "}")),
        patched(
            "test 1e9999 = 1000 digits e9000, 1000 times",
            TAKEN,
            a("1" + "0".repeat(990) + "e9000"),
            list(
                1_000,
                i ->
                    "{'op':'test','path':'/configuration/a','value':1"
                        + "0".repeat(900)
                        + "e9090}")),
        patched(
            "replace in 60,000 members x 1000",
            "[41]",
            names(60_000, "1"),
            list(1_000, i -> "{'op':'replace','path':'/configuration/name" + i + "','value':2}")),
        patched(
            "move of a member among 60,000 x 1000",
            "[20]",
            names(60_000, "1"),
            list(
                1_000,
                i ->
                    "{'op':'move','from':'/configuration/name"
                        + i
                        + "','path':'/configuration/n"
                        + i
                        + "'}")),
        patched(
            "a pointer of 500,000 segments",
            "[0].path",
            "{}",
            list(
                1,
                i -> "{'op':'add','path':'/configuration" + "/a".repeat(500_000) + "','value':1}")),
        patched(
            "1000 pointers of 500 segments",
            "[0].path",
            "{}",
            list(
                1_000,
                i -> "{'op':'add','path':'/configuration" + "/a".repeat(500) + "','value':1}")),
        patched(
            "values moved into each other, 64 levels at a time",
            CONFIGURATION,
            "{}",
            laidIntoEachOther(997)),
        patched("moves of the deep into the deep, copied", "[298]", "{}", deepCopies()),
        patched(
            "a rename of a model of 1 MB",
            TAKEN,
            large,
            list(1, i -> "{'op':'replace','path':'/name','value':'x'}")),
        patched("300,000 operations", "body", "{}", list(300_000, i -> "{}")),
        patched(
            "/ and ~ in names",
            TAKEN,
            "{\"a/b~\":1}",
            list(
                1,
                i ->
                    "{'op':'move','from':'/configuration/a~1b~0','path':'/configuration/__proto__'}")));
  }

  private static String deepCopies() {
    return laidIntoEachOther(298)
        + ",{'op':'copy','from':'/configuration/x','path':'/configuration/z'}";
  }

  private static String laidIntoEachOther(int count) {
    var chain = "{'a':".repeat(59) + "{}" + "}".repeat(59);
    var operations = new ArrayList<String>();
    operations.add("{'op':'add','path':'/configuration/x','value':" + chain + "}");
    for (int i = 0; i < 400; i++) {
      operations.add("{'op':'add','path':'/configuration/y','value':" + chain + "}");
      operations.add(
          "{'op':'move','from':'/configuration/x','path':'/configuration/y"
              + "/a".repeat(60)
              + "'}");
      operations.add("{'op':'move','from':'/configuration/y','path':'/configuration/x'}");
    }
    return String.join(",", operations.subList(0, count));
  }
}
