package io.tenantry.model.read;

import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.model.events.ModelDeleted;
import io.tenantry.model.events.ModelEvent;
import io.tenantry.projection.Projection;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.StoredEvent;
import org.springframework.stereotype.Component;

@Component
class ModelProjector implements Projection {

  @Override
  public String name() {
    return "read.model";
  }

  @Override
  public void project(StoredEvent event, ReadModelBatch batch) {
    if (event.payload() instanceof ModelEvent payload) {
      project(payload, event, batch);
    }
  }

  private static void project(ModelEvent payload, StoredEvent event, ReadModelBatch batch) {
    var known = batch.find(ModelDocument.class, payload.modelId());
    if (payload instanceof ModelCreated created) {
      if (known == null) {
        batch.put(ModelDocument.of(ModelView.of(created, event.at())));
      }
    } else if (known != null && known.version() < event.version()) {
      if (payload instanceof ModelDeleted) {
        batch.remove(ModelDocument.class, payload.modelId());
      } else {
        batch.put(ModelDocument.of(known.view().after(payload, event.at())));
      }
    }
  }
}
