package io.tenantry.appdata.write;

import static io.tenantry.appdata.write.Given.APPLICATION;
import static io.tenantry.appdata.write.Given.KEY;
import static io.tenantry.appdata.write.Given.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.appdata.AppKeyCommand.Result;
import io.tenantry.appdata.AppKeyView;
import io.tenantry.appdata.events.AppKeyCreated;
import io.tenantry.appdata.events.AppKeyDataChanged;
import io.tenantry.appdata.events.AppKeyDeleted;
import io.tenantry.appdata.events.AppKeyEvent;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.platform.axon.Interceptors;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppKeyTest {

  private static final AppKeyCreated CREATED = new AppKeyCreated(TENANT, APPLICATION, KEY, "data");
  private static final AppKeyDeleted DELETED = new AppKeyDeleted(TENANT, APPLICATION, KEY);

  private final AggregateTestFixture<AppKey> fixture = Interceptors.fixture(AppKey.class);

  @Test
  void givenNothing_whenCreated_thenTheEventSaysWhoseItIsAndWhatItTakes() {
    fixture
        .givenNoPriorActivity()
        .when(Given.create("data"))
        .expectEvents(event(CREATED, 7))
        .expectResultMessagePayload(result(1, "data"));
  }

  @Test
  void givenKey_whenPut_thenTheEventBearsTheDifference() {
    fixture
        .given(CREATED)
        .when(Given.put("ä", false))
        .expectEvents(event(new AppKeyDataChanged(TENANT, APPLICATION, KEY, "ä"), -2));
    fixture.given(CREATED).when(Given.put("data", false)).expectNoEvents();
  }

  @Test
  void givenKey_whenDeleted_thenAllItTookIsGivenBack() {
    fixture
        .given(CREATED)
        .when(Given.delete())
        .expectEvents(event(DELETED, -7))
        .expectResultMessagePayload(result(2, null));
  }

  @Test
  void givenNoKey_whenDeleted_thenNothingHappensAndThatIsNoFailure() {
    fixture
        .givenNoPriorActivity()
        .when(Given.delete())
        .expectSuccessfulHandlerExecution()
        .expectNoEvents()
        .expectResultMessagePayload(result(0, null));
    fixture.given(CREATED, DELETED).when(Given.delete()).expectNoEvents();
  }

  @Test
  void givenNoKey_whenPutWithoutCreating_thenRefusedAndNothingIsStored() {
    fixture
        .givenNoPriorActivity()
        .when(Given.put("x", false))
        .expectException(CommandExecutionException.class)
        .expectNoEvents();
  }

  @Test
  void givenDeletedKey_whenCreatedAgain_thenItExistsAndGoesOnCounting() {
    fixture
        .given(CREATED, DELETED)
        .when(Given.create("more"))
        .expectEvents(event(new AppKeyCreated(TENANT, APPLICATION, KEY, "more"), 7))
        .expectResultMessagePayload(result(3, "more"));
    assertThat(Given.create("more").streamId()).isEqualTo(Given.delete().streamId());
  }

  private static Result result(long version, @Nullable String data) {
    var appKey = data == null ? null : new AppKeyView(TENANT, APPLICATION, KEY, data, version);
    return new Result(TENANT, APPLICATION, KEY, version, appKey);
  }

  private static EventMessage<AppKeyEvent> event(AppKeyEvent payload, long delta) {
    return new GenericEventMessage<>(
        payload,
        Map.of(
            MetadataKeys.TENANT,
            String.valueOf(TENANT),
            MetadataKeys.STORAGE_DELTA,
            String.valueOf(delta)));
  }
}
