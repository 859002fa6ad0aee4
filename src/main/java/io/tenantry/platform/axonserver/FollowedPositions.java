package io.tenantry.platform.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.tenantry.idempotency.RecordPositions;
import io.tenantry.platform.eventstore.EventStoreUnavailable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream begins. Axon Server has no index for that: who asks late is answered by a search
 * from the first event on that bears the same time. Where that finds nothing it is the head, which
 * comes later and so is as good a token, if not the first answer's.
 */
final class FollowedPositions implements RecordPositions {

  private static final int SEARCHED = 50_000;
  private static final long SECONDS = 5;

  private final Supplier<EventChannel> server;
  private final EventPositions positions;

  FollowedPositions(Supplier<EventChannel> server, EventPositions positions) {
    this.server = server;
    this.positions = positions;
  }

  @Override
  public long ofFirst(String streamId) {
    Long known = positions.follower().first(streamId);
    if (known == null) {
      known = find(streamId);
    }
    return known == null ? positions.head() : known;
  }

  private @Nullable Long find(String streamId) {
    try {
      var first = server.get().openAggregateStream(streamId, 0, 1).next();
      // what the server looks for is later than this, or at the same time and first
      long from = server.get().getTokenAt(first.getTimestamp()).get(SECONDS, TimeUnit.SECONDS);
      return search(streamId, from, positions.head());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailable("the search for an event was interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new EventStoreUnavailable("Axon Server does not tell where an event is", e);
    }
  }

  private @Nullable Long search(String streamId, long after, long head)
      throws InterruptedException {
    try (var stream = server.get().openStream(after, EventPermits.PERMITS, EventPermits.MORE)) {
      long position = after + 1;
      for (int i = 0; i < SEARCHED && position < head; i++) {
        var next = stream.nextIfAvailable(SECONDS, TimeUnit.SECONDS);
        if (next == null) {
          return null;
        }
        position = next.getToken() + 1;
        var event = next.getEvent();
        if (event.getAggregateSequenceNumber() == 0
            && event.getAggregateIdentifier().equals(streamId)) {
          return position;
        }
      }
      return null;
    }
  }
}
