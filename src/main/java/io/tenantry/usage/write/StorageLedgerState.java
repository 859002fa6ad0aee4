package io.tenantry.usage.write;

import io.tenantry.usage.events.StorageEvent;
import io.tenantry.usage.events.StorageLeaseEnded;
import io.tenantry.usage.events.StorageLeased;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a ledger's events come to.
 *
 * @param leases bytes by holder
 */
record StorageLedgerState(SortedMap<String, Long> leases) {

  static final StorageLedgerState NONE = new StorageLedgerState(new TreeMap<>());

  StorageLedgerState evolve(StorageEvent event) {
    var after = new TreeMap<>(leases);
    switch (event) {
      case StorageLeased e -> after.put(e.holder(), e.bytes());
      case StorageLeaseEnded e -> after.remove(e.holder());
    }
    return new StorageLedgerState(after);
  }
}
