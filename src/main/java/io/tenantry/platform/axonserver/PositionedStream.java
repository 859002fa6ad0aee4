package io.tenantry.platform.axonserver;

import io.grpc.StatusRuntimeException;
import io.tenantry.platform.eventstore.Piece;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * A stream of Axon Server's, whose tokens say positions instead of its indexes. It pauses after
 * each {@link Piece}. While Axon Server is away it says that there is no more, too: a processor
 * that fails waits longer each time, up to a minute.
 */
final class PositionedStream implements TrackingEventStream {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Function<@Nullable TrackingToken, TrackingEventStream> server;
  private final ToLongFunction<TrackedEventMessage<?>> size;
  private final Piece piece = new Piece();
  private @Nullable TrackingEventStream opened;
  private @Nullable Runnable callback;
  private TrackingToken last;
  private long failedAt;
  private boolean closed;

  /**
   * @param server opens a stream after an index
   * @param size the bytes of an event as stored
   * @param after a position
   */
  PositionedStream(
      Function<@Nullable TrackingToken, TrackingEventStream> server,
      ToLongFunction<TrackedEventMessage<?>> size,
      @Nullable TrackingToken after) {
    this.server = server;
    this.size = size;
    this.last = after == null ? position(null) : after;
    this.failedAt = System.nanoTime() - PAUSE_NANOS;
  }

  /** What the connector calls the place after that position; null before the very first event. */
  static @Nullable TrackingToken index(TrackingToken position) {
    long after = position.position().orElse(0);
    return after == 0 ? null : new GlobalSequenceTrackingToken(after - 1);
  }

  /** The other way round. */
  static TrackingToken position(@Nullable TrackingToken index) {
    return new GlobalSequenceTrackingToken(index == null ? 0 : index.position().orElse(-1) + 1);
  }

  private static TrackedEventMessage<?> positioned(TrackedEventMessage<?> event) {
    return event.withTrackingToken(position(event.trackingToken()));
  }

  private <T> T ask(Function<TrackingEventStream, T> question, T whileAway) {
    try {
      var stream = stream();
      return stream == null ? whileAway : question.apply(stream);
    } catch (AxonServerException | StatusRuntimeException e) {
      failedAt = System.nanoTime();
      leave();
      return whileAway;
    }
  }

  private @Nullable TrackingEventStream stream() {
    if (opened == null && !closed && System.nanoTime() - failedAt >= PAUSE_NANOS) {
      var stream = server.apply(index(last));
      if (callback != null) {
        stream.setOnAvailableCallback(callback);
      }
      opened = stream;
    }
    return opened;
  }

  private void leave() {
    if (opened != null) {
      opened.close();
    }
    opened = null;
  }

  @Override
  public synchronized Optional<TrackedEventMessage<?>> peek() {
    return ask(TrackingEventStream::peek, Optional.<TrackedEventMessage<?>>empty())
        .map(PositionedStream::positioned);
  }

  @Override
  public synchronized boolean hasNextAvailable() {
    return !piece.ended() && ask(TrackingEventStream::hasNextAvailable, false);
  }

  @Override
  public synchronized boolean hasNextAvailable(int timeout, TimeUnit unit)
      throws InterruptedException {
    if (ask(TrackingEventStream::hasNextAvailable, false)) {
      return true;
    }
    var stream = opened;
    return stream != null && stream.hasNextAvailable(timeout, unit);
  }

  @Override
  public synchronized TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    var stream = stream();
    if (stream == null) {
      throw new IllegalStateException("asked for an event while Axon Server is away");
    }
    var event = positioned(stream.nextAvailable());
    piece.given(size.applyAsLong(event));
    last = event.trackingToken();
    return event;
  }

  @Override
  public synchronized boolean setOnAvailableCallback(Runnable callback) {
    this.callback = callback;
    return ask(stream -> stream.setOnAvailableCallback(callback), true);
  }

  @Override
  public synchronized void close() {
    closed = true;
    leave();
  }
}
