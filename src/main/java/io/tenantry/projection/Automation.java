package io.tenantry.projection;

/**
 * Something that follows from events by itself: when this happened, then do that. Each event comes
 * at least once, in the order of positions, also after a crash; so doing it twice must do no harm.
 * What it throws stops its processor, which tries the event again.
 */
public interface Automation {

  /** The processing group and the name of its token, such as {@code automation.models}. */
  String name();

  /** Whether it is given events with payloads of that type; no others are decoded for it. */
  boolean handles(Class<?> payloadType);

  /** Is given every event that it {@link #handles}. */
  void on(StoredEvent event);
}
