package io.tenantry.platform.eventstore;

import io.tenantry.platform.readstore.EventLog;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.TrackingToken;

/** Which event store this is, and how far it is. */
public final class EventStoreInfo implements EventLog {

  private final String storeId;
  private final LongSupplier head;
  private final LongSupplier announced;
  private final LongFunction<TrackingToken> tokens;

  /**
   * @param announced see {@link #highestVisible}
   * @param tokens see {@link #token}
   */
  public EventStoreInfo(
      String storeId,
      LongSupplier head,
      LongSupplier announced,
      LongFunction<TrackingToken> tokens) {
    this.storeId = storeId;
    this.tokens = tokens;
    this.head = head;
    this.announced = announced;
  }

  /** A random id, made once with the store. Read models bear the id of the store they follow. */
  @Override
  public String storeId() {
    return storeId;
  }

  /** The position of the last committed event; 0 while there is none. Costs nothing. */
  @Override
  public long head() {
    return head.getAsLong();
  }

  /** No event that anybody can have read has a higher position. */
  public long highestVisible() {
    return announced.getAsLong();
  }

  @Override
  public TrackingToken token(long position) {
    return tokens.apply(position);
  }
}
