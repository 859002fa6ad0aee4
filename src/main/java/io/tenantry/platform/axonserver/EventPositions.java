package io.tenantry.platform.axonserver;

import io.tenantry.platform.eventstore.EventStoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What position a write, or what it has read, has in the one order of all events. */
final class EventPositions {

  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration SIGHT = Duration.ofSeconds(2);

  /**
   * The head that the server tells is set after an append is acknowledged, and can be seen, by the
   * same thread of it: an event older than this is not on its way.
   */
  private static final Duration ON_ITS_WAY = EventFollower.KEPT.dividedBy(2);

  private final EventFollower follower;
  private final HeadRequests heads;

  EventPositions(EventFollower follower, HeadRequests heads) {
    this.follower = follower;
    this.heads = heads;
  }

  EventFollower follower() {
    return follower;
  }

  /**
   * As the server tells it: an event that is just being acknowledged may be missing.
   *
   * @throws EventStoreUnavailable when it does not answer
   */
  long head() {
    return get(heads.ask()) + 1;
  }

  /** Of an event that has been appended, and acknowledged. */
  long of(CompletableFuture<Long> expected) {
    Long seen = awaited(expected);
    // so long after it was acknowledged the server's head has it
    return seen == null ? head() : seen;
  }

  /**
   * No event of the stream that this is the last of, nor one before it, has a higher position than
   * what is returned.
   */
  long atLeast(String eventId, Instant at, Instant now) {
    long told = head();
    if (at.isBefore(now.minus(ON_ITS_WAY))) {
      return told;
    }
    var expected = follower.expect(eventId);
    try {
      Long seen = awaited(expected);
      // not seen: it came before this process followed, and is part of what was told
      return seen == null ? told : Math.max(told, seen);
    } finally {
      follower.forget(eventId);
    }
  }

  /** Null when it has not been seen in time. */
  private static @Nullable Long awaited(CompletableFuture<Long> position) {
    try {
      return position.get(SIGHT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailable("the wait for a position was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("nobody completes it so", e);
    }
  }

  private static long get(CompletableFuture<Long> answer) {
    try {
      return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailable("the wait for the head was interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new EventStoreUnavailable("Axon Server does not tell how far it is", e);
    }
  }
}
