package io.tenantry.model.write;

import static io.tenantry.model.write.Given.ID;
import static io.tenantry.model.write.Given.TENANT;
import static org.axonframework.test.matchers.Matchers.matches;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelConfigurationChanged;
import io.tenantry.model.events.ModelDeleted;
import io.tenantry.model.events.ModelEvent;
import io.tenantry.model.events.ModelRenamed;
import io.tenantry.platform.axon.Interceptors;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ModelTest {

  private final AggregateTestFixture<Model> fixture = Interceptors.fixture(Model.class);

  @Test
  void givenNothing_whenCreated_thenTheEventSaysWhoseItIsAndWhatItTakes() {
    fixture
        .givenNoPriorActivity()
        .when(Given.create("m", "d", "{\"a\":1}", null))
        .expectEvents(event(Given.created(), 9));
  }

  @Test
  void givenModel_whenSeveralThingsChange_thenEachEventBearsItsOwnDifference() {
    fixture
        .given(Given.created())
        .when(Given.merge("{\"name\":\"äö\",\"configuration\":null}"))
        .expectEvents(
            event(new ModelRenamed(ID, TENANT, "äö"), 3),
            event(new ModelConfigurationChanged(ID, TENANT, "{}"), -5))
        .expectResultMessageMatching(matches(m -> ((ModelView) m.getPayload()).version() == 3));
  }

  @Test
  void givenModel_whenNothingChanges_thenNoEventAndItsVersionStays() {
    fixture
        .given(Given.created())
        .when(Given.merge("{}"))
        .expectNoEvents()
        .expectResultMessageMatching(matches(m -> ((ModelView) m.getPayload()).version() == 1));
  }

  @Test
  void givenModel_whenDeleted_thenAllItTookIsGivenBack() {
    fixture
        .given(Given.created())
        .when(Given.delete())
        .expectEvents(event(new ModelDeleted(ID, TENANT), -9));
  }

  @Test
  void givenNoModel_whenPatchedOrDeleted_thenRefusedAndNothingIsStored() {
    fixture
        .givenNoPriorActivity()
        .when(Given.merge("{}"))
        .expectException(CommandExecutionException.class);
    fixture
        .given(Given.created(), new ModelDeleted(ID, TENANT))
        .when(Given.delete())
        .expectException(CommandExecutionException.class)
        .expectNoEvents();
  }

  @Test
  void givenAClockOfNanoseconds_whenCreated_thenTheAnswerBearsTheTimeThatIsRead() {
    fixture
        .givenCurrentTime(Instant.parse("2026-11-22T10:00:00.123456789Z"))
        .when(Given.create("m", "d", "{\"a\":1}", null))
        .expectResultMessageMatching(
            matches(
                m ->
                    ((ModelView) m.getPayload())
                        .createdAt()
                        .equals(Instant.parse("2026-11-22T10:00:00.123Z"))));
  }

  private static EventMessage<ModelEvent> event(ModelEvent payload, long delta) {
    return new GenericEventMessage<>(
        payload,
        Map.of(
            MetadataKeys.TENANT,
            String.valueOf(TENANT),
            MetadataKeys.STORAGE_DELTA,
            String.valueOf(delta)));
  }
}
