package io.tenantry.platform.readstore;

import io.tenantry.platform.StartRefused;
import java.util.Optional;

/** Refuses read models that were made from other events than those that are there. */
public final class ReadStoreIdentity {

  private ReadStoreIdentity() {}

  /**
   * @throws StartRefused when the read models belong to another event store, or are ahead of it, as
   *     they are when the events were restored from a backup
   */
  public static void verify(ReadModelStore store, EventLog events) {
    Optional<String> bound = store.eventStoreId();
    if (bound.isPresent() && !bound.get().equals(events.storeId())) {
      // a lost event store looks like a new one: the read models may be the last trace of it
      throw events.head() == 0 && store.highestPosition() > 0
          ? new StartRefused(
              "The read models belong to another event store, and there are no events here: if they were lost, restore them from a backup and keep the read models until then. To begin anew, %s, and start again."
                  .formatted(store.howToReset()))
          : refused(store, "belong to another event store");
    }
    if (store.highestPosition() > events.head()) {
      throw refused(store, "are ahead of their events, as after a restored backup");
    }
    if (bound.isEmpty()) {
      store.bindTo(events.storeId());
    }
  }

  private static StartRefused refused(ReadModelStore store, String why) {
    return new StartRefused(
        "The read models " + why + ": " + store.howToReset() + ", and start again.");
  }
}
