package io.tenantry.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Events could not be written, for a reason that lies neither in them nor in their order: a full or
 * failing disk, or a store that is being closed. None of them is in the store, unless the commit
 * itself failed half-way: then either all are or none.
 */
public final class EventStoreUnavailable extends EventStoreException {

  private static final long serialVersionUID = 1L;

  public EventStoreUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
