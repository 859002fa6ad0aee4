package io.tenantry.kernel;

/**
 * Keys of what an event's metadata says. All values are strings: numbers change type on the way.
 */
public final class MetadataKeys {

  /** Who: {@code operator:<name>}, {@code key:<id>}, {@code anonymous}, {@code system:<what>}. */
  public static final String ACTOR = "actor";

  /** By what right, as {@link Authority} writes it. Messages alone bear it, events do not. */
  public static final String AUTHORITY = "authority";

  /** The id of the tenant it belongs to, in decimal digits. */
  public static final String TENANT = "tenant";

  public static final String REQUEST_ID = "request-id";

  /** Identifier of the message with which it all began. */
  public static final String CORRELATION_ID = "correlation-id";

  /** Identifier of the message that led to this one. */
  public static final String CAUSATION_ID = "causation-id";

  /** By how many bytes the event changes what its tenant stores, signed, in decimal digits. */
  public static final String STORAGE_DELTA = "storage-delta";

  /**
   * On the events of a command that bore an {@code Idempotency-Key}: SHA-256 of who sent it and the
   * key, in hexadecimal digits. The key itself is never stored.
   */
  public static final String IDEMPOTENCY_KEY_HASH = "idempotency-key-hash";

  /**
   * The span from which it follows, as W3C Trace Context writes it. Only while traces are sent
   * somewhere, and only of what is sampled.
   */
  public static final String TRACE_PARENT = "traceparent";

  /** On a command's result: the position of its last event in the event store. */
  public static final String POSITION = "position";

  private MetadataKeys() {}
}
