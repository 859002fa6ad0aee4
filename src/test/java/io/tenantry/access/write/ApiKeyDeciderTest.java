package io.tenantry.access.write;

import static io.tenantry.access.write.ApiKeyDecider.decide;
import static io.tenantry.access.write.Given.AT;
import static io.tenantry.access.write.Given.ID;
import static io.tenantry.access.write.Given.NOW;
import static io.tenantry.access.write.Given.TENANT;
import static io.tenantry.kernel.RefusalCode.ALREADY_EXISTS;
import static io.tenantry.kernel.RefusalCode.CONFLICT;
import static io.tenantry.kernel.RefusalCode.NOT_FOUND;
import static io.tenantry.kernel.RefusalCode.PRECONDITION_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.access.ApiKeyCommand;
import io.tenantry.access.ApiKeyCommand.ChangeApiKey;
import io.tenantry.access.ApiKeyCommand.ChangeApiKey.Fixed;
import io.tenantry.access.ApiKeyCommand.RevokeApiKey;
import io.tenantry.access.ApiKeyCommand.RotateApiKey;
import io.tenantry.access.events.ApiKeyCreated;
import io.tenantry.access.events.ApiKeyEvent;
import io.tenantry.access.events.ApiKeyExpiryChanged;
import io.tenantry.access.events.ApiKeyRenamed;
import io.tenantry.access.events.ApiKeyRevoked;
import io.tenantry.access.events.ApiKeyRoleChanged;
import io.tenantry.access.events.ApiKeyRotated;
import io.tenantry.kernel.Refused;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApiKeyDeciderTest {

  private static final ApiKeyState KEY = Given.state(Given.created(null));
  private static final ApiKeyState ENDING = Given.state(Given.created(NOW + 60));
  private static final ApiKeyState ENDED = Given.state(Given.created(NOW - 60));
  private static final ApiKeyState REVOKED =
      Given.state(Given.created(null), new ApiKeyRevoked(ID, TENANT));

  @Test
  void givenNothing_whenCreatedWithNameAlone_thenTheRestIsItsDefault() {
    assertThat(decide(ApiKeyState.NONE, Given.create(" ci\t", null)))
        .containsExactly(Given.created(null));
    assertThat(decide(ApiKeyState.NONE, Given.create("ci", null, 0L, null, null)))
        .as("0 is never")
        .containsExactly(Given.created(null));
  }

  @Test
  void givenNothing_whenCreatedWithEverything_thenTheEventSaysSo() {
    var command = Given.create("ci", "admin", NOW + 1, List.of("kb", "kb"), List.of("c"));
    assertThat(decide(ApiKeyState.NONE, command))
        .containsExactly(
            new ApiKeyCreated(
                ID,
                TENANT,
                "ci",
                "admin",
                "00ff",
                "a1Bc",
                "xY9z",
                NOW + 1,
                List.of("kb", "kb"),
                List.of("c"),
                false));
  }

  @Test
  void givenAKeyOrARevokedOne_whenItsIdIsCreatedAgain_thenItExistsAlready() {
    Refused.with(ALREADY_EXISTS, () -> decide(KEY, Given.create("ci", null)));
    Refused.with(ALREADY_EXISTS, () -> decide(REVOKED, Given.create("ci", null)));
  }

  static List<Arguments> changes() {
    return List.of(
        Arguments.of(KEY, Given.rename(" n "), new ApiKeyRenamed(ID, TENANT, "n")),
        Arguments.of(KEY, Given.rename("ci "), null),
        Arguments.of(KEY, Given.role("viewer"), new ApiKeyRoleChanged(ID, TENANT, "viewer")),
        Arguments.of(KEY, Given.role("contributor"), null),
        Arguments.of(KEY, Given.expiry(NOW + 1), expiry(NOW + 1)),
        Arguments.of(KEY, Given.expiry(0), null),
        Arguments.of(KEY, Given.unchanged(null), null),
        Arguments.of(ENDING, Given.expiry(0), expiry(null)),
        Arguments.of(ENDING, Given.expiry(NOW + 60), null),
        Arguments.of(ENDING, Given.unchanged(null), null),
        Arguments.of(ENDED, Given.expiry(NOW - 60), null),
        Arguments.of(ENDED, Given.expiry(NOW + 60), expiry(NOW + 60)),
        Arguments.of(ENDED, Given.expiry(0), expiry(null)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void givenAKey_whenOneThingIsAsked_thenOneEventSaysSoOrNothingHappens(
      ApiKeyState state, ApiKeyCommand command, @Nullable ApiKeyEvent event) {
    assertThat(decide(state, command)).isEqualTo(event == null ? List.of() : List.of(event));
  }

  @Test
  void givenAKey_whenSeveralThingsChange_thenEachHasItsEvent() {
    assertThat(
            decide(
                ENDING,
                new ChangeApiKey(
                    ID, TENANT, Set.of(1L), "n", "admin", null, NOW + 61, Fixed.NOTHING, AT)))
        .containsExactly(
            new ApiKeyRenamed(ID, TENANT, "n"),
            new ApiKeyRoleChanged(ID, TENANT, "admin"),
            expiry(NOW + 61));
  }

  @ParameterizedTest
  @CsvSource({
    ", false, 0",
    "0, false, 0",
    "1, false, 1",
    "604800, false, 604800",
    ", true, 30",
    "0, true, 30",
    "29, true, 30",
    "31, true, 31"
  })
  void givenAKey_whenRotated_thenTheFormerSecretIsGoodForTheGrace_andItsBearersOwnFor30Seconds(
      @Nullable Long grace, boolean byItself, long seconds) {
    assertThat(decide(KEY, Given.rotate(grace, byItself)))
        .containsExactly(
            new ApiKeyRotated(
                ID, TENANT, "ff00", "0000", "zzzz", AT.plusSeconds(seconds).toEpochMilli()));
  }

  @ParameterizedTest
  @CsvSource({
    "true, admin",
    "false, contributor",
    ", contributor",
  })
  void givenFullAccessWithoutARole_whenCreated_thenItSaysTheRole(
      @Nullable Boolean fullAccess, String role) {
    assertThat(decide(ApiKeyState.NONE, Given.createAs(null, fullAccess)))
        .singleElement()
        .isInstanceOfSatisfying(ApiKeyCreated.class, e -> assertThat(e.role()).isEqualTo(role));
  }

  @ParameterizedTest
  @CsvSource({
    "admin, false, contributor",
    "admin, true, ",
    "contributor, true, admin",
    "contributor, false, ",
    "viewer, true, admin",
    "viewer, false, ",
  })
  void givenFullAccessWithoutARole_whenChanged_thenItGivesOrTakesTheRoleAdmin(
      String before, boolean fullAccess, @Nullable String after) {
    assertThat(decide(Given.state(Given.createdAs(before)), Given.change(null, fullAccess)))
        .isEqualTo(after == null ? List.of() : List.of(new ApiKeyRoleChanged(ID, TENANT, after)));
  }

  @Test
  void givenWhatCannotChange_whenItIsSentBack_thenNothingHappens_andAnythingElseIsRefused() {
    var key = Given.state(Given.createdAs("viewer"));
    var end = AT.plusSeconds(60);
    for (String written : List.of(end.toString(), "2026-11-22T11:01:00.000+01:00")) {
      var same = Given.fixed(new Fixed(List.of("kb"), List.of("c"), written));
      assertThat(decide(key, same)).isEmpty();
    }
    var later = end.plusSeconds(1).toString();
    var other = Given.fixed(new Fixed(List.of(), List.of("c", "d"), later));
    assertThat(Refused.fields(() -> decide(key, other)))
        .containsExactly("knowledge_base_ids", "capabilities", "expires_at");
    for (String written : List.of(end.toString(), "", "never", "1795341660")) {
      assertThat(Refused.fields(() -> decide(KEY, Given.fixed(new Fixed(null, null, written)))))
          .containsExactly("expires_at");
    }
    Refused.with(NOT_FOUND, () -> decide(REVOKED, other));
    Refused.with(NOT_FOUND, () -> decide(ApiKeyState.NONE, other));
  }

  @Test
  void givenANameOlderThanTheRules_whenSentBack_thenNothingHappens() {
    var state = Given.state(Given.created(null), new ApiKeyRenamed(ID, TENANT, "\u00a0"));
    assertThat(decide(state, Given.rename("\u00a0"))).isEmpty();
    assertThat(Refused.fields(() -> decide(state, Given.rename("\u200b")))).containsExactly("name");
  }

  @Test
  void givenAKeyThatHasEnded_whenRotated_thenConflict_untilItHasAnotherEnd() {
    for (boolean byItself : List.of(true, false)) {
      Refused.with(CONFLICT, () -> decide(ENDED, Given.rotate(60L, byItself)));
      Refused.with(
          CONFLICT, () -> decide(Given.state(Given.created(NOW)), Given.rotate(0L, byItself)));
    }
    assertThat(decide(Given.state(Given.created(NOW + 1)), Given.rotate(null, false))).hasSize(1);
  }

  @Test
  void givenFiveFormerSecretsWithinTheirGrace_whenASixthWouldHaveOne_thenConflict() {
    var five = rotated(KEY, 5, 604_800L, false);

    assertThat(Refused.with(CONFLICT, () -> decide(five, Given.rotate(1L, false))))
        .satisfies(
            refusal ->
                assertThat(refusal.details())
                    .containsEntry("free_at", AT.plusSeconds(604_800).toString()));
    Refused.with(CONFLICT, () -> decide(five, Given.rotate(30L, true)));
    assertThat(five.view().former()).hasSize(5);

    var four = rotated(rotated(KEY, 1, 9L, false), 4, 604_800L, false);
    var later = new RotateApiKey(ID, TENANT, null, Given.NEXT, 604_800L, false, AT.plusSeconds(9));
    Refused.with(CONFLICT, () -> decide(four, Given.rotate(604_800L, false)));
    assertThat(decide(four, later)).as("once the first has ended").hasSize(1);
  }

  @Test
  void givenFiveFormerSecretsWithinTheirGrace_whenAllAreToEnd_thenTheyDo() {
    var five = rotated(KEY, 5, 604_800L, false);
    assertThat(rotated(five, 1, 0L, false).view().former()).isEmpty();
    assertThat(rotated(five, 1, null, true).view().former())
        .as("its bearer's own for 30 seconds, and so those before it")
        .hasSize(6)
        .allMatch(former -> former.until().equals(AT.plusSeconds(30)));
  }

  @Test
  void givenAKeyThatRotatesItselfAgainAndAgain_whenItDoes_thenNoGraceEndsEarlyAndTheyAreBounded() {
    var full = rotated(KEY, 10, 0L, true);
    assertThat(full.view().former()).hasSize(10);
    Refused.with(CONFLICT, () -> decide(full, Given.rotate(0L, true)));
    assertThat(rotated(full, 1, 0L, false).view().former()).isEmpty();
  }

  private static ApiKeyState rotated(
      ApiKeyState key, int times, @Nullable Long grace, boolean byItself) {
    var state = key;
    for (int i = 0; i < times; i++) {
      for (var event : decide(state, Given.rotate(grace, byItself))) {
        state = state.evolve(event, AT);
      }
    }
    return state;
  }

  @Test
  void givenAKey_whenRevoked_thenRevoked() {
    assertThat(decide(KEY, Given.revoke())).containsExactly(new ApiKeyRevoked(ID, TENANT));
  }

  @Test
  void givenNoKeyOrARevokedOneOrAnotherTenants_whenAnythingIsAsked_thenNotFound() {
    for (var state : List.of(ApiKeyState.NONE, REVOKED)) {
      Refused.with(NOT_FOUND, () -> decide(state, Given.rename("n")));
      Refused.with(NOT_FOUND, () -> decide(state, Given.unchanged(Set.of(9L))));
      Refused.with(NOT_FOUND, () -> decide(state, Given.rotate(null, true)));
      Refused.with(NOT_FOUND, () -> decide(state, Given.revoke()));
    }
    long other = TENANT + 1;
    for (var command :
        List.of(
            new ChangeApiKey(ID, other, Set.of(9L), "n", null, null, null, Fixed.NOTHING, AT),
            new RotateApiKey(ID, other, null, Given.NEXT, null, false, AT),
            new RevokeApiKey(ID, other, null))) {
      Refused.with(NOT_FOUND, () -> decide(KEY, command));
    }
  }

  @Test
  void givenSomethingInvalid_whenTheKeyIsNotThere_thenInvalidAnswersFirst() {
    assertThat(Refused.fields(() -> decide(ApiKeyState.NONE, Given.rename(" "))))
        .containsExactly("name");
    assertThat(Refused.fields(() -> decide(ApiKeyState.NONE, Given.rotate(-1L, false))))
        .containsExactly("grace_seconds");
  }

  @Test
  void givenAnotherTenantsEnd_whenGuessed_thenTheAnswerIsThatOfAnyOther() {
    for (long end : List.of(NOW - 60, NOW - 61)) {
      var guess = new ChangeApiKey(ID, TENANT + 1, null, null, null, null, end, Fixed.NOTHING, AT);
      assertThat(Refused.fields(() -> decide(ENDED, guess))).containsExactly("expires_at_unix");
    }
  }

  @Test
  void givenVersionOne_whenAnotherIsExpected_thenPreconditionFailed() {
    for (var command :
        List.of(
            Given.unchanged(Set.of(2L)),
            new RotateApiKey(ID, TENANT, Set.of(), Given.NEXT, null, false, AT),
            new RevokeApiKey(ID, TENANT, Set.of(2L, 3L)))) {
      Refused.with(PRECONDITION_FAILED, () -> decide(KEY, command));
    }
    assertThat(decide(KEY, new RevokeApiKey(ID, TENANT, Set.of(2L, 1L)))).hasSize(1);
  }

  private static ApiKeyExpiryChanged expiry(@Nullable Long expiresAt) {
    return new ApiKeyExpiryChanged(ID, TENANT, expiresAt);
  }
}
