package io.tenantry.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that would cost seconds, and numbers and names that only a library's default limits. */
class CostlyModelsTest extends HttpTest {

  private final String tenant = tenant();
  private final String[] header = {"X-Tenant-ID", tenant};

  CostlyModelsTest(Engines engine) {
    super(engine);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'items':{'pattern':'^((a{9}){9}){9}$'}}; 'aaaaaaaaaaaa'; configuration/a/0",
        "{'items':{'anyOf':[{'pattern':'((a{9}){9}){9}'},true]}}; 'aaaaaaaaaaaaaaaaaaaaa'; schema",
        "{'uniqueItems':true}; 1; configuration/a",
        "{'items':{'type':'integer','minimum':0}}; 1.5; configuration/a/0",
        "{'items':{'const':2}}; 'xxxxxxxxxxxxxxxxxxxx'; configuration/a/0"
      })
  void whenASchemaOrAConfigurationIsCostly_thenRefusedByName(String a, String item, String field) {
    var configuration = "{'a':[" + list(20_000, i -> item) + "]}";
    var refused = create("{'properties':{'a':" + a + "}}", configuration).is(400).json();
    assertThat(refused.get("errors").get(0).get("field").stringValue()).isEqualTo(field);
    assertThat(get(MODELS, header).is(200).json().get("data")).isEmpty();
  }

  @Test
  void whenNamesOrNumbersAreAsLongAsMayBe_thenTheyAreTaken() {
    var name = "x".repeat(100_000);
    var number = "-9." + "9".repeat(990) + "E-999";
    var created = create("true", "{'" + name + "':" + number + "}").is(201);
    assertThat(get(created.header("Location"), header).is(200).body()).contains(name, number);
  }

  @Test
  void whenAThousandOperationsMeetAModel_thenTheyAreApplied_orTheFirstThatIsTooMuchIsNamed() {
    var small = create("true", "{'a':[" + list(5_000, i -> "0") + "]}").is(201);
    var large = create("true", "{'a':[" + list(300_000, i -> "0") + "]}").is(201);
    var add = list(1000, i -> "{'op':'add','path':'/configuration/a/0','value':1}");
    var copy = list(1000, i -> "{'op':'copy','from':'/configuration','path':'/configuration/b'}");

    operations(small.header("Location"), add).is(200);
    operations(small.header("Location"), copy).is(400);
    operations(large.header("Location"), add).invalid("[33]");

    var stored = get(small.header("Location"), header).is(200).data();
    assertThat(stored.get("configuration").get("a")).hasSize(6_000);
    assertThat(stored.get("configuration").has("b")).isFalse();
    assertThat(get(large.header("Location"), header).is(200).header("ETag")).isEqualTo("\"1\"");
  }

  private Answer create(String schema, String configuration) {
    var body = "{'name':'m','schema':%s,'configuration':%s}".formatted(schema, configuration);
    return post(MODELS, body.replace('\'', '"'), header);
  }

  private Answer operations(String path, String operations) {
    var body = ("[" + operations + "]").replace('\'', '"');
    return patch(path, body, "X-Tenant-ID", tenant, "Content-Type", "application/json-patch+json");
  }

  private static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(joining(","));
  }
}
