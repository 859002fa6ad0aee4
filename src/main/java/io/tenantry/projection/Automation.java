package io.tenantry.projection;

/**
 * Something that follows from events by itself: when this happened, then do that. Each event comes
 * at least once, in the order of positions, also after a crash; so doing it twice must do no harm.
 * What it throws stops its processor, which tries the event again.
 */
public interface Automation {

  /** The processing group and the name of its token, such as {@code automation.models}. */
  String name();

  /** Is given every event, also those that do not concern it. */
  void on(StoredEvent event);
}
