package io.tenantry.platform.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * All events from a position on, in order. It knows from the writer's head whether there are more,
 * so it never asks the database in vain. The lock keeps two runs of a coordinator from each
 * fetching and so skipping events.
 */
final class LiveStream implements TrackingEventStream {

  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock waiters = new ReentrantLock();
  private final Condition woken = waiters.newCondition();
  private final Deque<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
  private final GroupCommitEventStorageEngine engine;
  private final Consumer<LiveStream> onClose;
  private final boolean pausing;
  private @Nullable TrackingToken token;
  private volatile long position;
  private volatile @Nullable Runnable onAvailable;
  private volatile boolean closed;
  private boolean fetched;

  /**
   * @param pausing whether it says once after each fetch that there is no more, see {@link
   *     LiveEventStore#inPieces}
   */
  LiveStream(
      GroupCommitEventStorageEngine engine,
      @Nullable TrackingToken after,
      boolean pausing,
      Consumer<LiveStream> onClose) {
    this.engine = engine;
    this.pausing = pausing;
    this.token = after;
    this.position = after == null ? 0 : after.position().orElse(0);
    this.onClose = onClose;
  }

  /** Runs on the writer's thread: never waits for a fetch. */
  void wake() {
    waiters.lock();
    try {
      woken.signalAll();
    } finally {
      waiters.unlock();
    }
    var callback = onAvailable;
    if (callback != null) {
      callback.run();
    }
  }

  private boolean available() {
    while (buffer.isEmpty() && !closed && position < engine.writer().head()) {
      fetch();
    }
    return !buffer.isEmpty();
  }

  private void fetch() {
    fetched = true;
    var recent = engine.writer().recent().after(position, GroupCommitEventStorageEngine.BATCH);
    if (recent.isEmpty()) {
      read();
    } else {
      buffer.addAll(recent);
      token = recent.getLast().trackingToken();
      position += recent.size();
    }
  }

  private void read() {
    long head = engine.writer().head();
    var batch = engine.read(token);
    if (batch.isEmpty()) {
      // rows taken out by hand; what follows has not been written yet
      position = head;
      return;
    }
    EventUtils.upcastAndDeserializeTrackedEvents(
            batch.stream(), engine.getEventSerializer(), engine.upcasters())
        .forEach(buffer::add);
    // of the last row, not of the last event: an upcaster may drop some
    token = batch.getLast().trackingToken();
    position = token.position().orElse(head);
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    lock.lock();
    try {
      return available() ? Optional.of(buffer.getFirst()) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean hasNextAvailable() {
    lock.lock();
    try {
      if (pausing && fetched && buffer.isEmpty()) {
        fetched = false;
        return false;
      }
      return available();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    boolean found = peek().isPresent();
    while (!found && nanos > 0 && !closed) {
      nanos = awaitHead(nanos);
      found = peek().isPresent();
    }
    return found;
  }

  private long awaitHead(long nanos) throws InterruptedException {
    waiters.lock();
    try {
      long left = nanos;
      while (position >= engine.writer().head() && !closed && left > 0) {
        left = woken.awaitNanos(left);
      }
      return left;
    } finally {
      waiters.unlock();
    }
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (true) {
      lock.lock();
      try {
        if (available()) {
          return buffer.removeFirst();
        }
      } finally {
        lock.unlock();
      }
      if (closed) {
        throw new NoSuchElementException("the stream is closed");
      }
      awaitHead(Long.MAX_VALUE);
    }
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    onAvailable = callback;
    return true;
  }

  @Override
  public void close() {
    closed = true;
    onAvailable = null;
    onClose.accept(this);
    wake();
  }
}
