package io.tenantry.platform.readstore;

import org.axonframework.eventhandling.TrackingToken;

/** What the read side must know of the event store it is made from. */
public interface EventLog {

  /** An id that the store was given when it was made, and that a restored backup has too. */
  String storeId();

  /** The position of the newest event, 0 without one. */
  long head();

  /** The store's own kind of token after that position: tokens of two kinds cannot be compared. */
  TrackingToken token(long position);
}
