package io.tenantry.tenant.write;

import static io.tenantry.tenant.write.Given.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.platform.axon.Interceptors;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.TenantDeleted;
import io.tenantry.tenant.events.TenantRenamed;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantTest {

  private final AggregateTestFixture<Tenant> fixture = Interceptors.fixture(Tenant.class);

  @BeforeEach
  void withoutCallsToItself() {
    fixture.setReportIllegalStateChange(true);
  }

  @Test
  void givenTenant_whenRenamed_thenTheEventSaysWhoseItIsAndTheAnswerIsTheNewState() {
    fixture
        .given(Given.registered())
        .when(Given.rename("Apex"))
        .expectEvents(
            new GenericEventMessage<>(
                new TenantRenamed(ID, "Apex"), Map.of(MetadataKeys.TENANT, "10000")))
        .expectResultMessageMatching(matches(m -> ((TenantView) m.getPayload()).version() == 2));
  }

  @Test
  void givenTenant_whenNothingChanges_thenNoEventAndItsVersionStays() {
    fixture
        .given(Given.registered())
        .when(Given.rename("Acme"))
        .expectNoEvents()
        .expectResultMessageMatching(matches(m -> ((TenantView) m.getPayload()).version() == 1));
  }

  @Test
  void givenTenant_whenDeleted_thenDeletedOnce() {
    fixture
        .given(Given.registered())
        .when(Given.delete())
        .expectEvents(
            new GenericEventMessage<>(new TenantDeleted(ID), Map.of(MetadataKeys.TENANT, "10000")));
    fixture
        .given(Given.registered(), new TenantDeleted(ID))
        .when(Given.delete())
        .expectException(CommandExecutionException.class)
        .expectNoEvents();
  }

  @Test
  void givenNoTenant_whenChangedOrDeleted_thenRefusedAndNothingIsStored() {
    fixture
        .givenNoPriorActivity()
        .when(Given.rename("Apex"))
        .expectException(CommandExecutionException.class);
    fixture
        .givenNoPriorActivity()
        .when(Given.delete())
        .expectException(CommandExecutionException.class)
        .expectNoEvents();
  }

  @Test
  void givenAClockOfNanoseconds_whenRenamed_thenTheAnswerBearsTheTimeThatIsRead() {
    fixture
        .givenCurrentTime(Instant.parse("2026-11-22T10:00:00.123456789Z"))
        .andGiven(Given.registered())
        .when(Given.rename("Apex"))
        .expectResultMessageMatching(
            matches(
                m -> {
                  var view = (TenantView) m.getPayload();
                  assertThat(view.updatedAt()).isEqualTo("2026-11-22T10:00:00.123Z");
                  assertThat(view.createdAt()).isEqualTo("2026-11-22T10:00:00.123Z");
                  return true;
                }));
  }
}
