package io.tenantry.idempotency;

/** Where in the one order of all events a record stands. */
public interface RecordPositions {

  /**
   * @param streamId of an event that is there
   * @return the position of the stream's first event
   */
  long ofFirst(String streamId);
}
