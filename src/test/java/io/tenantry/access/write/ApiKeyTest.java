package io.tenantry.access.write;

import static io.tenantry.access.write.Given.ID;
import static io.tenantry.access.write.Given.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.tenantry.access.ApiKeyCommand.ChangeApiKey;
import io.tenantry.access.ApiKeyCommand.ChangeApiKey.Fixed;
import io.tenantry.access.ApiKeyView;
import io.tenantry.access.events.ApiKeyEvent;
import io.tenantry.access.events.ApiKeyRenamed;
import io.tenantry.access.events.ApiKeyRevoked;
import io.tenantry.access.events.ApiKeyRoleChanged;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.platform.axon.Interceptors;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

  private final AggregateTestFixture<ApiKey> fixture = Interceptors.fixture(ApiKey.class);

  @Test
  void givenNothing_whenCreated_thenTheEventSaysWhoseItIsAndTheAnswerIsTheKey() {
    fixture
        .givenNoPriorActivity()
        .when(Given.create("ci", null))
        .expectEvents(event(Given.created(null)))
        .expectResultMessageMatching(
            matches(
                m -> {
                  var key = (ApiKeyView) m.getPayload();
                  assertThat(key.id()).isEqualTo(ID);
                  assertThat(key.secret()).isEqualTo(Given.SECRET);
                  assertThat(key.version()).isEqualTo(1);
                  return true;
                }));
  }

  @Test
  void givenKey_whenSeveralThingsChange_thenSeveralEventsInOneWrite() {
    fixture
        .given(Given.created(null))
        .when(
            new ChangeApiKey(ID, TENANT, null, "n", "viewer", null, null, Fixed.NOTHING, Given.AT))
        .expectEvents(
            event(new ApiKeyRenamed(ID, TENANT, "n")),
            event(new ApiKeyRoleChanged(ID, TENANT, "viewer")))
        .expectResultMessageMatching(matches(m -> ((ApiKeyView) m.getPayload()).version() == 3));
  }

  @Test
  void givenKey_whenNothingChanges_thenNoEventAndItsVersionStays() {
    fixture
        .given(Given.created(null))
        .when(Given.unchanged(null))
        .expectNoEvents()
        .expectResultMessageMatching(matches(m -> ((ApiKeyView) m.getPayload()).version() == 1));
  }

  @Test
  void givenKey_whenRevoked_thenRevokedOnce() {
    fixture
        .given(Given.created(null))
        .when(Given.revoke())
        .expectEvents(event(new ApiKeyRevoked(ID, TENANT)));
    fixture
        .given(Given.created(null), new ApiKeyRevoked(ID, TENANT))
        .when(Given.revoke())
        .expectException(CommandExecutionException.class)
        .expectNoEvents();
  }

  @Test
  void givenNoKey_whenAnythingIsAskedOfIt_thenRefusedAndNothingIsStored() {
    for (var command : new Object[] {Given.rename("n"), Given.rotate(0L, true), Given.revoke()}) {
      Interceptors.fixture(ApiKey.class)
          .givenNoPriorActivity()
          .when(command)
          .expectException(CommandExecutionException.class)
          .expectNoEvents();
    }
  }

  @Test
  void givenKey_whenItsIdIsCreatedAgain_thenRefusedAndNothingIsStored() {
    fixture
        .given(Given.created(null))
        .when(Given.create("other", null))
        .expectException(CommandExecutionException.class)
        .expectNoEvents();
  }

  @Test
  void givenAClockOfNanoseconds_whenCreated_thenTheAnswerBearsTheTimeThatIsRead() {
    fixture
        .givenCurrentTime(Instant.parse("2026-11-22T10:00:00.123456789Z"))
        .when(Given.create("ci", null))
        .expectResultMessageMatching(
            matches(
                m ->
                    ((ApiKeyView) m.getPayload())
                        .createdAt()
                        .equals(Instant.parse("2026-11-22T10:00:00.123Z"))));
  }

  private static EventMessage<ApiKeyEvent> event(ApiKeyEvent payload) {
    return new GenericEventMessage<>(payload, Map.of(MetadataKeys.TENANT, String.valueOf(TENANT)));
  }
}
