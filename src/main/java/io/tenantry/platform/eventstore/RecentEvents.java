package io.tenantry.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The end of the event store, as the writer has just written it: several streams follow it, and
 * none of them has to read and decode again what was an object a moment ago. One thread adds, any
 * may read.
 */
final class RecentEvents {

  private static final int EVENTS = 4096;

  /** At most, and no more than a small share of the heap. */
  private static final long BYTES = Math.min(16L << 20, Runtime.getRuntime().maxMemory() / 32);

  private record Recent(TrackedEventMessage<?> message, int size) {}

  private final ConcurrentSkipListMap<Long, Recent> events = new ConcurrentSkipListMap<>();
  private int count;
  private long bytes;

  /** What was committed at the position; each position once, in order. */
  void add(long position, EventRow row) {
    if (row.message() instanceof DomainEventMessage<?> message) {
      var token = GapAwareTrackingToken.newInstance(position, Set.of());
      events.put(
          position, new Recent(new GenericTrackedDomainEventMessage<>(token, message), row.size()));
      count++;
      bytes += row.size();
    }
    while (count > EVENTS || bytes > BYTES) {
      count--;
      bytes -= events.pollFirstEntry().getValue().size();
    }
  }

  /**
   * What follows the position, without a gap; not much more than a batch has in bytes.
   *
   * @return empty when the next one is not here (any more)
   */
  List<TrackedEventMessage<?>> after(long position, int most) {
    var found = new ArrayList<TrackedEventMessage<?>>();
    long next = position + 1;
    long read = 0;
    for (var entry : events.tailMap(next).entrySet()) {
      if (entry.getKey() != next
          || found.size() == most
          || read >= GroupCommitEventStorageEngine.BATCH_BYTES) {
        break;
      }
      found.add(entry.getValue().message());
      read += entry.getValue().size();
      next++;
    }
    return found;
  }
}
