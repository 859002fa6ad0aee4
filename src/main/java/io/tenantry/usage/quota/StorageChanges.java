package io.tenantry.usage.quota;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.tenant.events.StorageQuotaChanged;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventMessage;

/**
 * What the events of one append do to what tenants store.
 *
 * @param deltas bytes by tenant, all events together
 * @param quotas the tenants whose quotas change
 */
record StorageChanges(SortedMap<Long, Long> deltas, Set<Long> quotas) {

  static StorageChanges of(List<? extends EventMessage<?>> events) {
    var changes = new StorageChanges(new TreeMap<>(), new TreeSet<>());
    for (var event : events) {
      if (event.getPayload() instanceof StorageQuotaChanged changed) {
        changes.quotas.add(changed.tenantId());
      }
      var metadata = event.getMetaData();
      if (metadata.get(MetadataKeys.STORAGE_DELTA) instanceof String delta
          && metadata.get(MetadataKeys.TENANT) instanceof String tenant) {
        changes.deltas.merge(Long.parseLong(tenant), Long.parseLong(delta), Long::sum);
      }
    }
    return changes;
  }
}
