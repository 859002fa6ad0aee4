package io.tenantry.access.write;

import static io.tenantry.access.write.ApiKeyDecider.decide;
import static io.tenantry.access.write.Given.NOW;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tenantry.access.ApiKeyCommand;
import io.tenantry.access.ApiKeyCommand.CreateApiKey;
import io.tenantry.kernel.Refused;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyRulesTest {

  // one code point, two chars, four bytes
  private static final String ASTRAL = "😀";

  @ParameterizedTest
  @ValueSource(strings = {"n", ASTRAL})
  void whenNameHas128CodePoints_thenItIsTaken_andNotOneMore(String c) {
    accepted(Given.rename(" " + c.repeat(128) + "\t"));
    accepted(Given.create(c.repeat(128), null));
    assertThat(refused(Given.rename(c.repeat(129)))).containsExactly("name");
    assertThat(refused(Given.create(c.repeat(129), null))).containsExactly("name");
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
  void whenCreatedWithoutNameThatIsSeen_thenRefused(@Nullable String name) {
    assertThat(refused(Given.create(name, null))).containsExactly("name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "contributor", "admin"})
  void whenRoleIsOneOfThree_thenTaken(String role) {
    accepted(Given.create("n", role));
    accepted(Given.role(role));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Admin", "ADMIN", "operator", "system", "admin ", "owner"})
  void whenRoleIsAnotherWord_thenRefused(String role) {
    assertThat(refused(Given.create("n", role))).containsExactly("role");
    assertThat(refused(Given.role(role))).containsExactly("role");
  }

  @Test
  void whenRoleAndFullAccessContradict_thenRefused_onPostAndPutAlike() {
    for (boolean fullAccess : List.of(true, false)) {
      for (String role : List.of("viewer", "contributor", "admin")) {
        if (fullAccess == role.equals("admin")) {
          accepted(Given.createAs(role, fullAccess));
          accepted(Given.change(role, fullAccess));
        } else {
          assertThat(refused(Given.createAs(role, fullAccess))).containsExactly("full_access");
          assertThat(refused(Given.change(role, fullAccess))).containsExactly("full_access");
        }
      }
    }
  }

  @Test
  void whenTheEndLiesAfterNowAndBeforeTheYear10000_thenTaken_andNoOther() {
    for (long end : List.of(NOW + 1, 253_402_300_799L)) {
      accepted(ending(end));
      accepted(Given.expiry(end));
    }
    for (long end :
        List.of(NOW, NOW - 1, 1L, -1L, 253_402_300_800L, Long.MAX_VALUE, Long.MIN_VALUE)) {
      assertThat(refused(ending(end))).containsExactly("expires_at_unix");
      assertThat(refused(Given.expiry(end))).containsExactly("expires_at_unix");
    }
  }

  @Test
  void whenGraceIsNoMoreThanSevenDays_thenTaken() {
    accepted(Given.rotate(604_800L, false));
    for (long grace : List.of(604_801L, -1L, Long.MAX_VALUE, Long.MIN_VALUE)) {
      assertThat(refused(Given.rotate(grace, true))).containsExactly("grace_seconds");
    }
  }

  @Test
  void whenThereAre100Entries_thenTaken_andNotOneMore() {
    accepted(having(nCopies(100, "e"), nCopies(100, ASTRAL.repeat(128))));
    assertThat(refused(having(nCopies(101, "e"), nCopies(101, ""))))
        .containsExactly("knowledge_base_ids", "capabilities");
  }

  @Test
  @SuppressWarnings("NullAway") // a client can write null where the type forbids it
  void whenAnEntryIsNullOrEmptyOrTooLong_thenEachIsNamed() {
    assertThat(
            refused(
                having(
                    Arrays.asList("e", null, "", " ", "a\u0000b", " e "),
                    List.of(ASTRAL.repeat(129)))))
        .containsExactly(
            "knowledge_base_ids[1]",
            "knowledge_base_ids[2]",
            "knowledge_base_ids[3]",
            "knowledge_base_ids[4]",
            "capabilities[0]");
  }

  @Test
  void whenSeveralFieldsAreWrong_thenAllAreTold() {
    assertThat(refused(Given.create("", "x", 1L, List.of(""), List.of(""))))
        .containsExactly(
            "name", "role", "expires_at_unix", "knowledge_base_ids[0]", "capabilities[0]");
  }

  private static CreateApiKey ending(long expiresAt) {
    return Given.create("n", null, expiresAt, null, null);
  }

  private static CreateApiKey having(List<String> knowledgeBaseIds, List<String> capabilities) {
    return Given.create("n", null, null, knowledgeBaseIds, capabilities);
  }

  private static void accepted(ApiKeyCommand command) {
    assertThatCode(() -> decide(state(command), command)).doesNotThrowAnyException();
  }

  private static List<String> refused(ApiKeyCommand command) {
    return Refused.fields(() -> decide(state(command), command));
  }

  private static ApiKeyState state(ApiKeyCommand command) {
    return command instanceof CreateApiKey ? ApiKeyState.NONE : Given.state(Given.created(null));
  }
}
