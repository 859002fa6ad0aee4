package io.tenantry.platform.eventstore;

import io.tenantry.usage.LeaseHolders;
import java.util.Set;

/** The event store belongs to one process; what an earlier one held is nobody's. */
public record OneProcess(String self) implements LeaseHolders {

  @Override
  public Set<String> alive() {
    return Set.of(self);
  }
}
