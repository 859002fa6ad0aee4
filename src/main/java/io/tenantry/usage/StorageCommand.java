package io.tenantry.usage;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.OfOneTenant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a tenant's ledger, which leases to processes what is left of its quota. */
public sealed interface StorageCommand extends OfOneTenant {

  /** The process that asks. */
  String holder();

  /** The processes that may still use what they hold. */
  Set<String> alive();

  /** The stream of the ledger's events. */
  @TargetAggregateIdentifier
  default String streamId() {
    return streamId(tenantId());
  }

  /** The stream of that tenant's ledger. */
  static String streamId(long tenantId) {
    return "storage:" + tenantId;
  }

  /**
   * Leases what is needed at least, more where there is plenty. Refused with QUOTA_EXCEEDED where
   * less than that is left. What the holder held before is replaced. Answers the bytes, as {@link
   * Lease}.
   *
   * @param used bytes that the tenant stores, all that the holder has written included
   * @param quota bytes that it may store
   * @param needed bytes, 1 or more
   */
  @AllowedTo(Least.SYSTEM)
  record LeaseStorage(
      long tenantId, String holder, Set<String> alive, long used, long quota, long needed)
      implements StorageCommand {}

  /** Ends what the holder holds, and what is held by processes that are no more. */
  @AllowedTo(Least.SYSTEM)
  record EndStorageLeases(long tenantId, String holder, Set<String> alive)
      implements StorageCommand {}

  /**
   * @param bytes that the holder may use; 0 for no lease
   */
  record Lease(long bytes) {}
}
