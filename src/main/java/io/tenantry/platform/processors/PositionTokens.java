package io.tenantry.platform.processors;

import io.tenantry.platform.readstore.ReadModelChanges;
import io.tenantry.platform.readstore.ReadModelStore;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * What Axon takes for the tokens of one processor: the position in the read store. A projection
 * writes it together with its documents, so when Axon then stores its token there is nothing left
 * to do. A position that stands alone, of an automation or of a batch that changed nothing, is
 * written at intervals and when it is let go: what comes again changes nothing again.
 *
 * <p>There is one segment. Claims are always granted: a process is alone with its read store, until
 * an engine for several nodes brings a store that can say no.
 */
final class PositionTokens implements TokenStore {

  private static final long NONE = Long.MIN_VALUE;

  private final ReadModelStore store;
  private final String processor;
  private final long intervalNanos;
  private final LongFunction<TrackingToken> tokens;
  private final LongConsumer claimed;

  private final AtomicLong written = new AtomicLong(NONE);
  private final AtomicLong done = new AtomicLong(NONE);
  private volatile long writtenAt;

  /**
   * @param intervalNanos a position is written no sooner than this after the last; 0 for at once
   * @param tokens the event store's own, by position
   * @param claimed is told where the store says that the processor is, each time before it runs: a
   *     write that seemed to fail may have arrived
   */
  PositionTokens(
      ReadModelStore store,
      String processor,
      long intervalNanos,
      LongFunction<TrackingToken> tokens,
      LongConsumer claimed) {
    this.store = store;
    this.processor = processor;
    this.intervalNanos = intervalNanos;
    this.tokens = tokens;
    this.claimed = claimed;
    store.position(processor).ifPresent(this::hasWritten);
  }

  static long position(@Nullable TrackingToken token) {
    if (token == null) {
      return 0;
    }
    return token
        .position()
        .orElseThrow(() -> new IllegalArgumentException("no position in " + token));
  }

  /** The position is in the store already, written with its documents. */
  void hasWritten(long position) {
    written.set(position);
    done.set(position);
  }

  /** The event has been dealt with; its position may be written later. */
  void hasDone(long position) {
    done.set(position);
  }

  /** Up to where events have been dealt with, 0 before the first. */
  long position() {
    return Math.max(0, done.get());
  }

  @Override
  public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
    done.set(position(token));
    if (written.get() == NONE || System.nanoTime() - writtenAt >= intervalNanos) {
      flush();
    }
  }

  @Override
  public @Nullable TrackingToken fetchToken(String processorName, int segment) {
    OptionalLong position = store.position(processor);
    if (position.isEmpty()) {
      return null;
    }
    hasWritten(position.getAsLong());
    claimed.accept(position.getAsLong());
    return tokens.apply(position.getAsLong());
  }

  @Override
  public void initializeTokenSegments(
      String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
    if (segmentCount != 1) {
      throw new IllegalArgumentException("one segment, not " + segmentCount);
    }
    storeToken(initialToken, processorName, 0);
  }

  @Override
  public void extendClaim(String processorName, int segment) {
    flush();
  }

  @Override
  public void releaseClaim(String processorName, int segment) {
    flush();
  }

  @Override
  public int[] fetchSegments(String processorName) {
    return written.get() == NONE ? new int[0] : new int[] {0};
  }

  private void flush() {
    long position = done.get();
    if (position != written.get()) {
      store.write(processor, position, ReadModelChanges.NONE);
      written.set(position);
      writtenAt = System.nanoTime();
    }
  }
}
