package io.tenantry.platform.processors;

import io.tenantry.platform.readstore.EventLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** An event store in memory whose streams tell at once that there is more, as the real one does. */
final class TestEvents implements StreamableMessageSource<TrackedEventMessage<?>>, EventLog {

  private final List<TrackedEventMessage<?>> log = new ArrayList<>();
  private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();

  long append(String aggregate, long sequence, Object payload) {
    long position;
    synchronized (log) {
      position = log.size() + 1L;
      var event =
          new GenericDomainEventMessage<>(
              "Sample", aggregate, sequence, payload, MetaData.from(Map.of("tenant", "10000")));
      log.add(
          new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position), event));
    }
    callbacks.forEach(Runnable::run);
    return position;
  }

  @Override
  public String storeId() {
    return "test";
  }

  @Override
  public TrackingToken token(long position) {
    return new GlobalSequenceTrackingToken(position);
  }

  @Override
  public long head() {
    synchronized (log) {
      return log.size();
    }
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(head());
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
    return new Stream((int) PositionTokens.position(after));
  }

  private final class Stream implements BlockingStream<TrackedEventMessage<?>> {

    private int next;
    private @Nullable Runnable callback;

    Stream(int next) {
      this.next = next;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      synchronized (log) {
        return next < log.size() ? Optional.of(log.get(next)) : Optional.empty();
      }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return peek().isPresent();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      synchronized (log) {
        return log.get(next++);
      }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable wake) {
      callback = wake;
      callbacks.add(wake);
      return true;
    }

    @Override
    public void close() {
      callbacks.remove(callback);
    }
  }
}
