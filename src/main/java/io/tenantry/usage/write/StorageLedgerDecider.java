package io.tenantry.usage.write;

import io.tenantry.kernel.Refusal;
import io.tenantry.usage.QuotaExceeded;
import io.tenantry.usage.StorageCommand;
import io.tenantry.usage.StorageCommand.EndStorageLeases;
import io.tenantry.usage.StorageCommand.LeaseStorage;
import io.tenantry.usage.events.StorageEvent;
import io.tenantry.usage.events.StorageLeaseEnded;
import io.tenantry.usage.events.StorageLeased;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rule book of a tenant's ledger: what the tenant stores and what is leased are never more than
 * its quota together. Where others may want some too, a lease takes a small part of what is left,
 * so that the closer the quota, the smaller the leases, down to what is needed.
 */
final class StorageLedgerDecider {

  static final long PART = 16;
  static final long MOST = 64 << 20;

  private StorageLedgerDecider() {}

  /**
   * @throws Refusal QUOTA_EXCEEDED
   */
  static List<StorageEvent> decide(StorageLedgerState state, StorageCommand command) {
    return switch (command) {
      case EndStorageLeases c ->
          ended(state, c, h -> h.equals(c.holder()) || !c.alive().contains(h));
      case LeaseStorage c -> lease(state, c);
    };
  }

  private static List<StorageEvent> lease(StorageLedgerState state, LeaseStorage c) {
    long held =
        state.leases().entrySet().stream()
            .filter(lease -> !lease.getKey().equals(c.holder()))
            .filter(lease -> c.alive().contains(lease.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    long free = c.quota() - c.used() - held;
    if (free < c.needed()) {
      throw QuotaExceeded.refusal(c.used(), c.quota(), c.needed());
    }
    boolean alone = c.alive().equals(Set.of(c.holder()));
    long bytes = Math.max(c.needed(), Math.min(MOST, alone ? free : free / PART));
    var events = ended(state, c, h -> !h.equals(c.holder()) && !c.alive().contains(h));
    events.add(new StorageLeased(c.tenantId(), c.holder(), c.used(), bytes));
    return events;
  }

  private static List<StorageEvent> ended(
      StorageLedgerState state, StorageCommand c, Predicate<String> holders) {
    var events = new ArrayList<StorageEvent>();
    state.leases().keySet().stream()
        .filter(holders)
        .forEach(holder -> events.add(new StorageLeaseEnded(c.tenantId(), holder)));
    return events;
  }
}
