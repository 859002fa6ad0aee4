package io.tenantry.projection;

import java.util.Set;

/**
 * The way from events to one read model. Each event comes at least once, in the order of positions;
 * so an event whose version a document already bears changes nothing. A bean of this type gets a
 * processor of its own; what it throws stops that processor, which tries the batch again.
 */
public interface Projection {

  /** The processing group and the name of its token, such as {@code read.tenant}. For ever. */
  String name();

  /** Whether it is given events with payloads of that type; no others are decoded for it. */
  boolean handles(Class<?> payloadType);

  /**
   * Raised when it makes other documents of the same events. At the next start {@link #documents}
   * are removed, and made again from all events.
   */
  default int version() {
    return 1;
  }

  /** The types of all its documents, which no other projection writes; for a version above 1. */
  default Set<Class<?>> documents() {
    return Set.of();
  }

  /** Is given every event that it {@link #handles}. */
  void project(StoredEvent event, ReadModelBatch batch);
}
