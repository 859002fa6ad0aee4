package io.tenantry.platform.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.Logged;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.platform.readstore.ReadStoreTrouble;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the log is told of processors that fail, however often they try. */
class ProcessorFailuresTest {

  private static final int TRIES = 5;

  private final ProcessorFailures failures =
      new ProcessorFailures(
          thrown ->
              thrown instanceof IllegalMonitorStateException
                  ? Refusal.of(RefusalCode.UNAVAILABLE, "the read models cannot be read now")
                  : null);

  @AutoClose private final Logged log = Logged.fromNowOn();

  private final TestEvents events = new TestEvents();

  private record Failing(RuntimeException failure) implements EventHandlerInvoker {

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
      return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
      throw failure;
    }
  }

  private void fail(String processor, RuntimeException failure) throws Exception {
    events.append("a", events.head(), "x");
    StreamableMessageSource<TrackedEventMessage<?>> source = events;
    try (var stream = source.openStream(null)) {
      TrackedEventMessage<?> event = stream.nextAvailable();
      var invoker = failures.watched(processor, EventHandlerInvoker.class, new Failing(failure));
      for (int i = 0; i < TRIES; i++) {
        assertThatThrownBy(() -> invoker.handle(event, Segment.ROOT_SEGMENT)).isSameAs(failure);
      }
    }
  }

  @Test
  void givenFaultsOfOurs_whenTriedAgain_thenEachProcessorIsToldOnceWithItsEvent() throws Exception {
    fail("read.a", new IllegalStateException("a fault"));
    fail("read.b", new IllegalStateException("a fault"));

    assertThat(log.trouble()).hasSize(2);
    assertThat(log.trouble().getFirst())
        .contains("read.a failed on the event at position 1 and tries again", "a fault", "\tat ");
    assertThat(log.trouble().getLast()).contains("read.b failed on the event at position 1");
  }

  @Test
  void givenAStoreThatIsAway_whenAllTryAgain_thenItIsToldOnceInOneLine() throws Exception {
    fail("read.a", new IllegalMonitorStateException("connection refused"));
    fail("automation.b", new IllegalMonitorStateException("connection refused"));

    assertThat(log.trouble())
        .singleElement()
        .asString()
        .contains("read.a waits", "the read models cannot be read now (connection refused)")
        .hasLineCount(1);
  }

  @Test
  void givenAStoreThatTellsItself_whenTriedAgain_thenNothingMoreIsTold() throws Exception {
    fail("read.a", ReadStoreTrouble.away("disk full"));

    assertThat(log.trouble()).isEmpty();
  }

  /** Streams fail outside of the handlers. */
  @Test
  void givenAStreamThatCannotBeOpened_whenOpened_thenItIsTold() {
    StreamableMessageSource<TrackedEventMessage<?>> broken =
        token -> {
          throw new IllegalStateException("no stream");
        };
    var source = failures.watched("read.a", StreamableMessageSource.class, broken);
    assertThatThrownBy(() -> source.openStream(null)).hasMessage("no stream");
    assertThat(log.trouble()).singleElement().asString().contains("read.a failed and tries again");
  }
}
