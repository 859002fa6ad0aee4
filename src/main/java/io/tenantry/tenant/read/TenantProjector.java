package io.tenantry.tenant.read;

import io.tenantry.projection.Projection;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.StoredEvent;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.TenantDeleted;
import io.tenantry.tenant.events.TenantEvent;
import io.tenantry.tenant.events.TenantRegistered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TenantProjector implements Projection {

  @Override
  public String name() {
    return "read.tenant";
  }

  @Override
  public boolean handles(Class<?> payloadType) {
    return TenantEvent.class.isAssignableFrom(payloadType);
  }

  @Override
  public void project(StoredEvent event, ReadModelBatch batch) {
    if (event.payload() instanceof TenantEvent payload) {
      if (payload instanceof TenantRegistered registered) {
        count(registered.tenantId(), batch);
      }
      batch.fold(
          TenantDocument.class,
          payload.tenantId(),
          event,
          known -> next(known, payload, event.at()));
    }
  }

  private static @Nullable TenantDocument next(
      @Nullable TenantDocument known, TenantEvent event, Instant at) {
    if (event instanceof TenantRegistered registered) {
      return TenantDocument.of(TenantView.of(registered, at));
    }
    return known == null || event instanceof TenantDeleted
        ? null
        : TenantDocument.of(known.view().after(event, at));
  }

  private static void count(long tenantId, ReadModelBatch batch) {
    var counter = batch.find(TenantCounterDocument.class, TenantCounterDocument.ID);
    if (counter == null || counter.highestTenantId() < tenantId) {
      batch.put(new TenantCounterDocument(TenantCounterDocument.ID, tenantId));
    }
  }
}
