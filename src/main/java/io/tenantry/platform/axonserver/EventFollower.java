package io.tenantry.platform.axonserver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log as it grows, to know where each event stands: Axon Server acknowledges an append
 * without its position, and the head that it tells may be one append behind what it has
 * acknowledged. Positions count from 1, Axon Server's own index from 0.
 */
final class EventFollower implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EventFollower.class);

  private static final long PAUSE_MILLIS = 250;

  /** What was appended just before the start may be asked for too. */
  private static final long BEFORE = 4_096;

  /** For so long at least it knows where an event stands, see {@link ReadEvents}. */
  static final Duration KEPT = Duration.ofMinutes(1);

  private static final int KEPT_EVENTS = 200_000;

  private final Supplier<EventChannel> server;
  private final Map<String, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();
  private final Cache<String, Long> recent =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(KEPT_EVENTS).build();
  private final Cache<String, Long> firsts = Caffeine.newBuilder().maximumSize(KEPT_EVENTS).build();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile long head;
  private long passed;

  private EventFollower(Supplier<EventChannel> server, long head) {
    this.server = server;
    this.head = head;
    this.passed = Math.max(0, head - BEFORE);
    this.thread = Thread.ofPlatform().daemon().name("event-follower").unstarted(this::run);
  }

  static EventFollower start(Supplier<EventChannel> server, long head) {
    var follower = new EventFollower(server, head);
    follower.thread.start();
    return follower;
  }

  /** The position of the last event that was seen. */
  long head() {
    return head;
  }

  /**
   * The position that an event will have, which is about to be appended. Who gives it up {@link
   * #forget forgets} it.
   */
  CompletableFuture<Long> expect(String eventId) {
    var position = expected.computeIfAbsent(eventId, id -> new CompletableFuture<>());
    Long known = recent.getIfPresent(eventId);
    if (known != null) {
      expected.remove(eventId);
      position.complete(known);
    }
    return position;
  }

  void forget(String eventId) {
    expected.remove(eventId);
  }

  /** Where the first event of a stream stands; null when that has not been seen lately. */
  @Nullable Long first(String streamId) {
    return firsts.getIfPresent(streamId);
  }

  private void run() {
    boolean told = false;
    while (closed.getCount() > 0) {
      try {
        follow();
        told = false;
      } catch (RuntimeException e) {
        if (!told && closed.getCount() > 0) {
          log.warn("The events of Axon Server cannot be followed now: {}", e.toString());
          told = true;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      pause();
    }
  }

  private void follow() throws InterruptedException {
    var stream = server.get().openStream(passed - 1, EventPermits.PERMITS, EventPermits.MORE);
    try {
      while (closed.getCount() > 0) {
        var next = stream.nextIfAvailable(1, TimeUnit.SECONDS);
        if (next != null) {
          seen(next.getEvent(), next.getToken() + 1);
        } else if (stream.isClosed()) {
          return;
        }
      }
    } finally {
      stream.close();
    }
  }

  private void seen(Event event, long position) {
    var id = event.getMessageIdentifier();
    recent.put(id, position);
    if (event.getAggregateSequenceNumber() == 0) {
      firsts.put(event.getAggregateIdentifier(), position);
    }
    passed = position;
    head = Math.max(head, position);
    var waiting = expected.remove(id);
    if (waiting != null) {
      waiting.complete(position);
    }
  }

  private void pause() {
    try {
      if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        log.debug("Follows no more");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
