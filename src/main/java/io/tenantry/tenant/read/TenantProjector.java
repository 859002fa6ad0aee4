package io.tenantry.tenant.read;

import io.tenantry.projection.Projection;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.StoredEvent;
import io.tenantry.tenant.TenantStatus;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.TenantDeleted;
import io.tenantry.tenant.events.TenantEvent;
import io.tenantry.tenant.events.TenantRegistered;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TenantProjector implements Projection {

  @Override
  public String name() {
    return "read.tenant";
  }

  /** 2: the search text, and blocks. */
  @Override
  public int version() {
    return 2;
  }

  @Override
  public Set<Class<?>> documents() {
    return Set.of(TenantDocument.class, TenantBlockDocument.class, TenantCounterDocument.class);
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
      var tenant = store(payload, event, batch);
      mark(payload.tenantId(), tenant, event.position(), batch);
    }
  }

  /** Stores what is known already as well, so that MongoDB always has it before its block. */
  private static @Nullable TenantDocument store(
      TenantEvent payload, StoredEvent event, ReadModelBatch batch) {
    var known = batch.find(TenantDocument.class, payload.tenantId());
    var tenant =
        known != null && known.version() >= event.version()
            ? known
            : next(known, payload, event.at());
    if (tenant == null) {
      batch.remove(TenantDocument.class, payload.tenantId());
    } else {
      batch.put(tenant);
    }
    return tenant;
  }

  /** A block that has reached the event knows more of the tenant than this event. */
  private static void mark(
      long tenantId, @Nullable TenantDocument tenant, long position, ReadModelBatch batch) {
    long id = tenantId / TenantBlockDocument.SIZE;
    var found = batch.find(TenantBlockDocument.class, id);
    var block = found == null ? TenantBlockDocument.empty(id) : found;
    if (block.position() < position) {
      batch.put(
          block.with(
              tenantId,
              has(tenant, TenantStatus.ACTIVE),
              has(tenant, TenantStatus.INACTIVE),
              position));
    }
  }

  private static boolean has(@Nullable TenantDocument tenant, TenantStatus status) {
    return tenant != null && tenant.status().equals(status.name());
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
