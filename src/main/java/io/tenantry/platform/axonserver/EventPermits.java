package io.tenantry.platform.axonserver;

/**
 * How many events Axon Server may send ahead on one stream. It counts events, whatever their size,
 * and the connector keeps them in memory until they are taken: so as many as fit into a part of the
 * heap when each is as large as an event can be.
 */
final class EventPermits {

  /** For all streams together, one byte of the heap in so many. */
  private static final int ONE_IN = 8;

  /** One for each event processor, one for the follower and one for a search. */
  private static final int STREAMS = 10;

  /** A body of 1 MiB and 64 KiB, whose quotes are escaped. */
  private static final long LARGEST_EVENT = 2 << 20;

  private static final int MOST = 512;

  static final int PERMITS = of(Runtime.getRuntime().maxMemory());

  /** Asked for in quarters, events arrive without a pause. */
  static final int MORE = Math.max(1, PERMITS / 4);

  private EventPermits() {}

  /** At least 2: the second one is on its way while the first is handled. */
  static int of(long heap) {
    return (int) Math.clamp(heap / ONE_IN / STREAMS / LARGEST_EVENT, 2, MOST);
  }
}
