package io.tenantry.usage.read;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.projection.Projection;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.StoredEvent;
import org.springframework.stereotype.Component;

/** Adds up what the events say of themselves, whichever module they come from. */
@Component
class UsageProjector implements Projection {

  @Override
  public String name() {
    return "read.usage";
  }

  /** Any of them may say how many bytes it adds, in its metadata. */
  @Override
  public boolean handles(Class<?> payloadType) {
    return true;
  }

  @Override
  public void project(StoredEvent event, ReadModelBatch batch) {
    var delta = event.metadata().get(MetadataKeys.STORAGE_DELTA);
    var tenant = event.metadata().get(MetadataKeys.TENANT);
    if (delta == null || tenant == null) {
      return;
    }
    long id = Long.parseLong(tenant);
    var known = batch.find(UsageDocument.class, id);
    if (known == null) {
      batch.put(new UsageDocument(id, Long.parseLong(delta), event.position()));
    } else if (known.position() < event.position()) {
      batch.put(new UsageDocument(id, known.bytes() + Long.parseLong(delta), event.position()));
    }
  }
}
