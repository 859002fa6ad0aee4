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
 * The newest events that the writer has written or a stream has read, bounded in bytes for all
 * streams together. Several streams follow the log: an event in the window is neither read nor
 * decoded again for each of them. When it is full, the lowest positions leave, so that in steady
 * state the window is the end of the log, and while streams catch up it moves with the first of
 * them.
 */
final class EventWindow {

  private static final int EVENTS = 4096;

  /** An event is held as it was stored and, once somebody has asked for it, decoded: in UTF-16. */
  private static final int COPIES = 3;

  private static final long MAXIMUM_BYTES = 48L << 20;
  private static final int ONE_IN = 16;

  /**
   * What is stored at a position.
   *
   * @param messages usually one; an upcaster may drop it or make several of it
   * @param size bytes as stored
   */
  record Entry(long position, List<TrackedEventMessage<?>> messages, int size) {}

  private final ConcurrentSkipListMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
  private final long maximum;
  private int count;
  private long bytes;

  /**
   * @param heap its bytes, of which the window takes a sixteenth and at most 48 MiB
   */
  EventWindow(long heap) {
    this.maximum = Math.min(MAXIMUM_BYTES, heap / ONE_IN) / COPIES;
  }

  /** What was just committed at the position. */
  void add(long position, EventRow row) {
    if (row.message() instanceof DomainEventMessage<?> message) {
      var token = GapAwareTrackingToken.newInstance(position, Set.of());
      add(
          new Entry(
              position,
              List.of(new GenericTrackedDomainEventMessage<>(token, message)),
              row.size()));
    }
  }

  synchronized void add(Entry entry) {
    if (entries.putIfAbsent(entry.position(), entry) == null) {
      count++;
      bytes += entry.size();
    }
    while (count > EVENTS || bytes > maximum) {
      count--;
      bytes -= entries.pollFirstEntry().getValue().size();
    }
  }

  /**
   * What follows the position, without a gap: as many as a batch has, or until their bytes pass
   * those of a batch.
   *
   * @return empty when the next one is not in the window
   */
  List<Entry> after(long position, int most) {
    var found = new ArrayList<Entry>();
    long next = position + 1;
    long read = 0;
    for (var entry : entries.tailMap(next).values()) {
      if (entry.position() != next
          || found.size() == most
          || read >= GroupCommitEventStorageEngine.BATCH_BYTES) {
        break;
      }
      found.add(entry);
      read += entry.size();
      next++;
    }
    return found;
  }
}
