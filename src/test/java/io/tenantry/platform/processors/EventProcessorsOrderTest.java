package io.tenantry.platform.processors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;

/** Lower phases start first and stop last. */
class EventProcessorsOrderTest {

  private static final StreamableMessageSource<TrackedEventMessage<?>> NOTHING =
      token -> {
        throw new IllegalStateException("nothing is started here");
      };

  @Test
  void givenAutomationsThatSendCommands_whenOrdered_thenTheyRunOnlyWhileCommandsAreHandled() {
    var processors =
        new EventProcessors(
            List.of(),
            new ProcessorFactory(NOTHING, new ProcessorFailures(thrown -> null)),
            new CatchUp(new ReadModelProgress(), () -> 0, Duration.ofSeconds(10)));

    assertThat(processors.getPhase())
        .isGreaterThan(SpringAxonConfiguration.LIFECYCLE_PHASE)
        .isLessThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
  }
}
