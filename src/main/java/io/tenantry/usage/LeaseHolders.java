package io.tenantry.usage;

import java.util.Set;

/** The processes that may hold leases. An event store that belongs to one process has one. */
public interface LeaseHolders {

  /** This process, since it started: another name after each start. */
  String self();

  /** All that may still use what they hold, this one included. */
  Set<String> alive();
}
