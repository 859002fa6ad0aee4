package io.tenantry.platform.eventstore;

/**
 * How much a stream gives to one of Axon's pooled processors before it pauses. Axon's coordinator
 * takes events as long as there are more and queues up to 1,024 of them, however large they are. A
 * stream that says once after each piece that there is no more makes it hand the piece to its
 * worker first: with one thread for both, the worker handles the piece, which is one batch at most,
 * before the next one is read.
 */
public final class Piece {

  /** Events in a batch and in a piece, at most. */
  public static final int EVENTS = 200;

  /** A piece ends with the event that passes so many bytes. */
  private static final long BYTES = 1 << 20;

  private int events;
  private long bytes;

  /** Counts an event of that many bytes. */
  public void given(long size) {
    events++;
    bytes += size;
  }

  /** Whether the piece is complete; then the next one begins. */
  public boolean ended() {
    if (events < EVENTS && bytes < BYTES) {
      return false;
    }
    events = 0;
    bytes = 0;
    return true;
  }
}
