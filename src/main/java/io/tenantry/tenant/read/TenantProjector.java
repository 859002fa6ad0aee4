package io.tenantry.tenant.read;

import io.tenantry.projection.Projection;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.StoredEvent;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.TenantDeleted;
import io.tenantry.tenant.events.TenantEvent;
import io.tenantry.tenant.events.TenantRegistered;
import org.springframework.stereotype.Component;

@Component
class TenantProjector implements Projection {

  @Override
  public String name() {
    return "read.tenant";
  }

  @Override
  public void project(StoredEvent event, ReadModelBatch batch) {
    if (event.payload() instanceof TenantEvent payload) {
      project(payload, event, batch);
    }
  }

  private static void project(TenantEvent payload, StoredEvent event, ReadModelBatch batch) {
    var known = batch.find(TenantDocument.class, payload.tenantId());
    if (payload instanceof TenantRegistered registered) {
      count(registered.tenantId(), batch);
      if (known == null) {
        batch.put(TenantDocument.of(TenantView.of(registered, event.at())));
      }
    } else if (known != null && known.version() < event.version()) {
      if (payload instanceof TenantDeleted) {
        batch.remove(TenantDocument.class, payload.tenantId());
      } else {
        batch.put(TenantDocument.of(known.view().after(payload, event.at())));
      }
    }
  }

  private static void count(long tenantId, ReadModelBatch batch) {
    var counter = batch.find(TenantCounterDocument.class, TenantCounterDocument.ID);
    if (counter == null || counter.highestTenantId() < tenantId) {
      batch.put(new TenantCounterDocument(TenantCounterDocument.ID, tenantId));
    }
  }
}
