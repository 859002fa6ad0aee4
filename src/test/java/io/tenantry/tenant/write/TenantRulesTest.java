package io.tenantry.tenant.write;

import static io.tenantry.tenant.write.Given.decide;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tenantry.kernel.Refused;
import io.tenantry.tenant.TenantCommand;
import io.tenantry.tenant.events.RetrieverEngine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantRulesTest {

  // one code point, two chars, four bytes
  private static final String ASTRAL = "😀";

  @ParameterizedTest
  @ValueSource(strings = {"n", ASTRAL})
  void whenNameHas128CodePoints_thenItIsTaken_andNotOneMore(String c) {
    accepted(Given.rename(c.repeat(128)));
    accepted(Given.rename("  " + c.repeat(128) + "\t\n"));
    assertThat(refused(Given.rename(c.repeat(129)))).containsExactly("name");
    assertThat(refused(Given.register(null, c.repeat(129)))).containsExactly("name");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "\u2003\t",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\u0085",
        "a\u001bb",
        "a\u202eb"
      })
  void whenRegisteredWithoutNameThatIsSeen_thenRefused(@Nullable String name) {
    assertThat(refused(Given.register(null, name))).containsExactly("name");
    if (name != null) {
      assertThat(refused(Given.rename(name))).containsExactly("name");
      assertThat(refused(Given.engines(List.of(new RetrieverEngine(name, name)))))
          .containsExactly(
              "retriever_engines.engines[0].retriever_type",
              "retriever_engines.engines[0].retriever_engine_type");
    }
  }

  @Test
  void whenTextsHaveLinesAndTabs_thenTaken_andNoOtherControlCharacter() {
    accepted(Given.describe("a\tb\r\nc\u00a0"));
    accepted(Given.business("a\n"));
    for (String c : List.of("\u0001", "\u000b", "\u001b", "\u007f", "\u0085", "\u009b")) {
      assertThat(refused(Given.describe("a" + c))).containsExactly("description");
      assertThat(refused(Given.business("a" + c))).containsExactly("business");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", ASTRAL})
  void whenDescriptionHas512CodePointsOrBusiness128_thenTaken_andNotOneMore(String c) {
    accepted(Given.describe(c.repeat(512)));
    accepted(Given.business(c.repeat(128)));
    assertThat(refused(Given.describe(c.repeat(513)))).containsExactly("description");
    assertThat(refused(Given.business(c.repeat(129)))).containsExactly("business");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a-", "a--b", "z9", "default", "alls", "kv2"})
  void whenSlugHasTheForm_thenTaken(String slug) {
    accepted(Given.register(slug, "n"));
    accepted(Given.register(slug + "x".repeat(63 - slug.length()), "n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "A", "1a", "-a", "a_b", "a.b", " a", "a\n", "ä", "10000", "all", "search", "kv"
      })
  void whenSlugHasNotTheForm_thenRefused(String slug) {
    assertThat(refused(Given.register(slug, "n"))).containsExactly("slug");
  }

  @Test
  void whenSlugHas64Characters_thenRefused() {
    assertThat(refused(Given.register("a".repeat(64), "n"))).containsExactly("slug");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Active", "ACTIVE", " ", "deleted", "active "})
  void whenStatusIsAnotherWord_thenRefused(String status) {
    assertThat(refused(Given.status(status))).containsExactly("status");
  }

  @Test
  void whenQuotaIsNegative_thenRefused() {
    accepted(Given.quota(0L));
    assertThat(refused(Given.quota(-1L))).containsExactly("storage_quota");
    assertThat(refused(Given.quota(Long.MIN_VALUE))).containsExactly("storage_quota");
  }

  @Test
  void whenThereAre32Engines_thenTaken_andNotOneMore() {
    accepted(Given.engines(engines(32)));
    assertThat(refused(Given.engines(engines(33)))).containsExactly("retriever_engines.engines");
  }

  @Test
  void whenAPairOfEnginesIsThereTwice_thenTheSecondIsNamed() {
    var engine = new RetrieverEngine("vector", "milvus");
    assertThat(refused(Given.engines(nCopies(2, engine))))
        .containsExactly("retriever_engines.engines[1]");
    accepted(Given.engines(List.of(engine, new RetrieverEngine("vector", "Milvus"))));
  }

  @Test
  @SuppressWarnings("NullAway") // a client can write null where the type forbids it
  void whenAnEngineIsNullOrItsWordsAreBlankOrTooLong_thenEachIsNamed() {
    var given =
        Arrays.asList(
            null, new RetrieverEngine("", " "), new RetrieverEngine("t".repeat(65), ASTRAL));
    assertThat(refused(Given.engines(given)))
        .containsExactly(
            "retriever_engines.engines[0]",
            "retriever_engines.engines[1].retriever_type",
            "retriever_engines.engines[1].retriever_engine_type",
            "retriever_engines.engines[2].retriever_type");
    accepted(Given.engines(List.of(new RetrieverEngine(ASTRAL.repeat(64), "e".repeat(64)))));
  }

  private static List<RetrieverEngine> engines(int count) {
    return IntStream.range(0, count).mapToObj(i -> new RetrieverEngine("t", "e" + i)).toList();
  }

  private static void accepted(TenantCommand command) {
    assertThatCode(() -> decide(state(command), command)).doesNotThrowAnyException();
  }

  private static List<String> refused(TenantCommand command) {
    return Refused.fields(() -> decide(state(command), command));
  }

  private static TenantState state(TenantCommand command) {
    return command instanceof TenantCommand.RegisterTenant ? TenantState.NONE : Given.aTenant();
  }
}
