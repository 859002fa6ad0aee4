package io.tenantry.platform.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PositionedStreamTest {

  @Test
  void givenAxonServersIndex_whenAPosition_thenItCountsFromOne() {
    assertThat(position(null)).as("before the first").isZero();
    assertThat(position(new GlobalSequenceTrackingToken(0))).isEqualTo(1);
    assertThat(position(new GlobalSequenceTrackingToken(41))).isEqualTo(42);
  }

  @Test
  void givenAPosition_whenAnIndex_thenItIsTheSameEvent() {
    assertThat(PositionedStream.index(new GlobalSequenceTrackingToken(0))).isNull();
    for (long index : new long[] {0, 1, 41}) {
      var token = new GlobalSequenceTrackingToken(index);
      assertThat(PositionedStream.index(PositionedStream.position(token))).isEqualTo(token);
    }
  }

  @Test
  void givenAStreamThatEnds_whenAskedAgain_thenAnotherGoesOnAfterItsLastEvent() throws Exception {
    var server = new Server();
    server.events = 3;
    var stream = new PositionedStream(server, event -> 1, new GlobalSequenceTrackingToken(1));
    assertThat(stream.nextAvailable().trackingToken().position()).hasValue(2);

    server.away = true;
    assertThat(stream.hasNextAvailable())
        .as("no failure, which a processor would sleep on")
        .isFalse();
    assertThat(stream.peek()).isEmpty();
    server.away = false;
    server.events = 4;

    Awaitility.await().until(stream::hasNextAvailable);
    assertThat(stream.nextAvailable().trackingToken().position()).hasValue(3);
    assertThat(stream.nextAvailable().trackingToken().position()).hasValue(4);
    assertThat(server.openedAfter).startsWith(0L).endsWith(1L);
    assertThat(server.left).as("closed, all but the last").isEqualTo(server.openedAfter.size() - 1);
  }

  @Test
  void givenACallback_whenAnotherStreamIsOpened_thenThatOneHasIt() throws Exception {
    var server = new Server();
    server.events = 1;
    var stream = new PositionedStream(server, event -> 1, null);
    var called = new AtomicInteger();
    stream.setOnAvailableCallback(called::incrementAndGet);
    stream.nextAvailable();

    server.away = true;
    assertThat(stream.hasNextAvailable()).isFalse();
    server.away = false;
    int before = called.get();

    Awaitility.await().until(() -> !stream.hasNextAvailable() && called.get() > before);
  }

  @Test
  void givenLargeEvents_whenAMebibyteHasBeenGiven_thenItPausesOnce() throws Exception {
    var server = new Server();
    server.events = 10;
    var stream = new PositionedStream(server, event -> 700_000, null);
    stream.nextAvailable();
    assertThat(stream.hasNextAvailable()).isTrue();
    stream.nextAvailable();
    assertThat(stream.peek()).isPresent();

    assertThat(stream.hasNextAvailable()).isFalse();
    assertThat(stream.hasNextAvailable()).isTrue();
  }

  @Test
  void givenAHeap_whenPermitsAreAskedFor_thenTheLargestEventsFitIntoAPartOfIt() {
    assertThat(EventPermits.of(256L << 20)).isEqualTo(2);
    assertThat(EventPermits.of(4L << 30)).isEqualTo(25);
    assertThat(EventPermits.of(1L << 40)).isEqualTo(512);
  }

  /** Its indexes begin with 0. Who sets a callback is called. */
  private static final class Server
      implements Function<@Nullable TrackingToken, TrackingEventStream> {

    private final List<Long> openedAfter = new ArrayList<>();
    private boolean away;
    private int events;
    private int left;

    @Override
    public TrackingEventStream apply(@Nullable TrackingToken after) {
      if (away) {
        throw new AxonServerException("AXONIQ-0001", "away");
      }
      long index = after == null ? -1 : after.position().orElseThrow();
      openedAfter.add(index);
      return new Opened(index + 1);
    }

    private final class Opened implements TrackingEventStream {

      private long next;

      private Opened(long next) {
        this.next = next;
      }

      private void look() {
        if (away) {
          throw new AxonServerException("AXONIQ-0001", "closed");
        }
      }

      @Override
      public Optional<TrackedEventMessage<?>> peek() {
        look();
        return next < events ? Optional.of(event()) : Optional.empty();
      }

      private TrackedEventMessage<?> event() {
        return new GenericTrackedEventMessage<>(
            new GlobalSequenceTrackingToken(next), GenericEventMessage.asEventMessage("e" + next));
      }

      @Override
      public boolean hasNextAvailable(int timeout, TimeUnit unit) {
        return peek().isPresent();
      }

      @Override
      public TrackedEventMessage<?> nextAvailable() {
        var event = event();
        next++;
        return event;
      }

      @Override
      public boolean setOnAvailableCallback(Runnable callback) {
        callback.run();
        return true;
      }

      @Override
      public void close() {
        left++;
      }
    }
  }

  private static long position(@Nullable GlobalSequenceTrackingToken index) {
    return PositionedStream.position(index).position().orElseThrow();
  }
}
