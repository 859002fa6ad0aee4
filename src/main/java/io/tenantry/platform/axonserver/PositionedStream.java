package io.tenantry.platform.axonserver;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * A stream of Axon Server's, whose tokens say positions instead of its indexes. It says once after
 * each piece that there is no more, so that a processor deals with what it has before it is given
 * more: Axon's takes up to 1024 events otherwise, however large they are.
 */
final class PositionedStream implements TrackingEventStream {

  private static final int PIECE = 256;

  private final TrackingEventStream delegate;
  private int given;

  PositionedStream(TrackingEventStream delegate) {
    this.delegate = delegate;
  }

  /** What the connector calls the place after that position; null for the very first event. */
  static @Nullable TrackingToken index(@Nullable TrackingToken position) {
    long after = position == null ? 0 : position.position().orElse(0);
    return after == 0 ? null : new GlobalSequenceTrackingToken(after - 1);
  }

  /** The other way round. */
  static TrackingToken position(@Nullable TrackingToken index) {
    return new GlobalSequenceTrackingToken(index == null ? 0 : index.position().orElse(-1) + 1);
  }

  private static TrackedEventMessage<?> positioned(TrackedEventMessage<?> event) {
    return event.withTrackingToken(position(event.trackingToken()));
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return delegate.peek().map(PositionedStream::positioned);
  }

  @Override
  public boolean hasNextAvailable() {
    if (given >= PIECE) {
      given = 0;
      return false;
    }
    return delegate.hasNextAvailable();
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    return delegate.hasNextAvailable(timeout, unit);
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    given++;
    return positioned(delegate.nextAvailable());
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    return delegate.setOnAvailableCallback(callback);
  }

  @Override
  public void close() {
    delegate.close();
  }
}
