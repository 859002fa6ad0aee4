package io.tenantry.platform.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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

  /**
   * @param size bytes as stored
   */
  private record Fetched(TrackedEventMessage<?> message, int size) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock waiters = new ReentrantLock();
  private final Condition woken = waiters.newCondition();
  private final Deque<Fetched> buffer = new ArrayDeque<>();
  private final GroupCommitEventStorageEngine engine;
  private final Consumer<LiveStream> onClose;
  private final @Nullable Piece piece;
  private @Nullable TrackingToken token;
  private volatile long position;
  private volatile @Nullable Runnable onAvailable;
  private volatile boolean closed;

  /**
   * @param piece after which it says once that there is no more, see {@link
   *     LiveEventStore#inPieces}; null for a stream without pauses
   */
  LiveStream(
      GroupCommitEventStorageEngine engine,
      @Nullable TrackingToken after,
      @Nullable Piece piece,
      Consumer<LiveStream> onClose) {
    this.engine = engine;
    this.piece = piece;
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
    long head = engine.writer().head();
    var window = engine.writer().window();
    List<EventWindow.Entry> entries = window.after(position, GroupCommitEventStorageEngine.BATCH);
    if (entries.isEmpty()) {
      entries = engine.read(token);
      entries.forEach(window::add);
    }
    if (entries.isEmpty()) {
      // rows taken out by hand; what follows has not been written yet
      position = head;
      return;
    }
    for (var entry : entries) {
      entry.messages().forEach(message -> buffer.add(new Fetched(message, entry.size())));
    }
    position = entries.getLast().position();
    token = GroupCommitEventStorageEngine.token(position);
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    lock.lock();
    try {
      return available() ? Optional.of(buffer.getFirst().message()) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean hasNextAvailable() {
    lock.lock();
    try {
      return (piece == null || !piece.ended()) && available();
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
          var next = buffer.removeFirst();
          if (piece != null) {
            piece.given(next.size());
          }
          return next.message();
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
