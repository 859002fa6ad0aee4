package io.tenantry.tenant.write;

import static io.tenantry.kernel.RefusalCode.CONFLICT;
import static io.tenantry.kernel.RefusalCode.PRECONDITION_FAILED;
import static io.tenantry.kernel.RefusalCode.TENANT_NOT_FOUND;
import static io.tenantry.tenant.write.Given.ENGINES;
import static io.tenantry.tenant.write.Given.ID;
import static io.tenantry.tenant.write.Given.decide;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.kernel.Refused;
import io.tenantry.tenant.TenantCommand;
import io.tenantry.tenant.TenantCommand.ChangeTenant;
import io.tenantry.tenant.TenantCommand.DeleteTenant;
import io.tenantry.tenant.TenantCommand.RegisterTenant;
import io.tenantry.tenant.events.RetrieverEngine;
import io.tenantry.tenant.events.RetrieverEnginesChanged;
import io.tenantry.tenant.events.StorageQuotaChanged;
import io.tenantry.tenant.events.TenantActivated;
import io.tenantry.tenant.events.TenantBusinessChanged;
import io.tenantry.tenant.events.TenantDeactivated;
import io.tenantry.tenant.events.TenantDeleted;
import io.tenantry.tenant.events.TenantDescribed;
import io.tenantry.tenant.events.TenantEvent;
import io.tenantry.tenant.events.TenantRegistered;
import io.tenantry.tenant.events.TenantRenamed;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TenantDeciderTest {

  @Test
  void givenNothing_whenRegisteredWithNameAlone_thenTheRestIsItsDefault() {
    assertThat(decide(TenantState.NONE, Given.register(null, " Acme ")))
        .containsExactly(
            new TenantRegistered(ID, null, "Acme", "", "", List.of(), 10_737_418_240L));
  }

  @Test
  void givenNothing_whenRegisteredWithAllOfIt_thenAllOfItIsKept() {
    var command = new RegisterTenant(ID, "acme", "Acme", "rockets", "toys", ENGINES, 1_000L);
    assertThat(decide(TenantState.NONE, command)).containsExactly(Given.registered());
  }

  @Test
  void givenNothing_whenRegisteredWithQuotaZero_thenTheDefaultHolds() {
    var command = new RegisterTenant(ID, null, "Acme", null, null, null, 0L);
    assertThat(decide(TenantState.NONE, command))
        .first()
        .extracting(e -> ((TenantRegistered) e).storageQuota())
        .isEqualTo(10_737_418_240L);
  }

  @Test
  void givenNothing_whenRegisteredWithSeveralMistakes_thenAllAreNamed() {
    var command = new RegisterTenant(ID, "All", " ", "d".repeat(513), "b".repeat(129), null, -1L);
    assertThat(Refused.fields(() -> decide(TenantState.NONE, command)))
        .containsExactly("name", "slug", "description", "business", "storage_quota");
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        Arguments.of(Given.rename(" Apex "), new TenantRenamed(ID, "Apex")),
        Arguments.of(Given.describe(""), new TenantDescribed(ID, "")),
        Arguments.of(Given.business("b"), new TenantBusinessChanged(ID, "b")),
        Arguments.of(Given.status("inactive"), new TenantDeactivated(ID)),
        Arguments.of(Given.engines(List.of()), new RetrieverEnginesChanged(ID, List.of())),
        Arguments.of(Given.quota(1L), new StorageQuotaChanged(ID, 1)),
        Arguments.of(Given.quota(Long.MAX_VALUE), new StorageQuotaChanged(ID, Long.MAX_VALUE)),
        Arguments.of(Given.delete(), new TenantDeleted(ID)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void givenTenant_whenOneThingChanges_thenOneEventSaysSo(TenantCommand command, TenantEvent e) {
    assertThat(decide(Given.aTenant(), command)).containsExactly(e);
  }

  static Stream<ChangeTenant> noOps() {
    return Stream.of(
        Given.unchanged(null),
        Given.unchanged(Set.of(1L)),
        Given.rename("  Acme"),
        Given.describe("rockets"),
        Given.business("toys"),
        Given.status(""),
        Given.status("active"),
        Given.engines(ENGINES),
        Given.quota(0L),
        Given.quota(1_000L));
  }

  @ParameterizedTest
  @MethodSource("noOps")
  void givenTenant_whenChangedToWhatItIs_thenNothingHappens(ChangeTenant command) {
    assertThat(decide(Given.aTenant(), command)).isEmpty();
  }

  @Test
  void givenTextsOlderThanTheRules_whenSentBack_thenNothingHappensAndTheRestCanChange() {
    var old = List.of(new RetrieverEngine("\u200b", "a\u001bb"));
    var state =
        Given.state(new TenantRegistered(ID, null, "\u00a0", "\u0001", "\u0002", old, 1_000));
    var same = new ChangeTenant(ID, null, "\u00a0", "\u0001", "\u0002", null, old, null);
    assertThat(decide(state, same)).isEmpty();
    assertThat(decide(state, new ChangeTenant(ID, null, "\u00a0", "d", "b", null, old, null)))
        .containsExactly(new TenantDescribed(ID, "d"), new TenantBusinessChanged(ID, "b"));
    assertThat(Refused.fields(() -> decide(state, Given.rename("\u200b")))).containsExactly("name");
  }

  @Test
  void givenTenant_whenAllOfItChanges_thenEachChangeIsAnEventOfItsOwn() {
    var command = new ChangeTenant(ID, null, "Apex", "d", "b", "inactive", List.of(), 5L);
    assertThat(decide(Given.aTenant(), command)).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void givenInactiveTenant_whenActivated_thenItIsActiveAgain() {
    var state = Given.state(Given.registered(), new TenantDeactivated(ID));
    assertThat(decide(state, Given.status("active"))).containsExactly(new TenantActivated(ID));
    assertThat(decide(state, Given.status("inactive"))).isEmpty();
  }

  @Test
  void givenNoTenantOrADeletedOne_whenChangedOrDeleted_thenNotFound() {
    for (var state : List.of(TenantState.NONE, Given.aDeletedTenant())) {
      Refused.with(TENANT_NOT_FOUND, () -> decide(state, Given.unchanged(null)));
      Refused.with(TENANT_NOT_FOUND, () -> decide(state, Given.unchanged(Set.of(1L))));
      Refused.with(TENANT_NOT_FOUND, () -> decide(state, Given.delete()));
    }
  }

  @Test
  void givenNoTenant_whenChangedToSomethingInvalid_thenInvalidAnswersFirst() {
    assertThat(Refused.fields(() -> decide(TenantState.NONE, Given.rename(" "))))
        .containsExactly("name");
  }

  @Test
  void givenVersionTwo_whenAnotherIsExpected_thenPreconditionFailed() {
    var state = Given.state(Given.registered(), new TenantRenamed(ID, "Apex"));
    Refused.with(PRECONDITION_FAILED, () -> decide(state, Given.unchanged(Set.of(1L, 3L))));
    Refused.with(PRECONDITION_FAILED, () -> decide(state, Given.unchanged(Set.of())));
    Refused.with(PRECONDITION_FAILED, () -> decide(state, new DeleteTenant(ID, Set.of(1L), false)));
    assertThat(decide(state, new DeleteTenant(ID, Set.of(1L, 2L), false))).hasSize(1);
  }

  @Test
  void givenTheDefaultTenant_whenDeletedWhileInUse_thenConflict() {
    var state = Given.state(Given.registered("default"));
    Refused.with(CONFLICT, () -> decide(state, new DeleteTenant(ID, null, true)));
    assertThat(decide(state, new DeleteTenant(ID, null, false))).hasSize(1);
  }

  @Test
  void givenAnotherTenant_whenDeletedWhileTheDefaultIsInUse_thenItIsGone() {
    assertThat(decide(Given.aTenant(), new DeleteTenant(ID, null, true))).hasSize(1);
    var state = Given.state(Given.registered((String) null));
    assertThat(decide(state, new DeleteTenant(ID, null, true))).hasSize(1);
  }
}
