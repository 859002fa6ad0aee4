package io.tenantry.model.read;

import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.model.events.ModelDeleted;
import io.tenantry.model.events.ModelEvent;
import io.tenantry.projection.Projection;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ModelProjector implements Projection {

  @Override
  public String name() {
    return "read.model";
  }

  @Override
  public boolean handles(Class<?> payloadType) {
    return ModelEvent.class.isAssignableFrom(payloadType);
  }

  @Override
  public void project(StoredEvent event, ReadModelBatch batch) {
    if (event.payload() instanceof ModelEvent payload) {
      batch.fold(
          ModelDocument.class, payload.modelId(), event, known -> next(known, payload, event.at()));
    }
  }

  private static @Nullable ModelDocument next(
      @Nullable ModelDocument known, ModelEvent event, Instant at) {
    if (event instanceof ModelCreated created) {
      return ModelDocument.of(ModelView.of(created, at));
    }
    return known == null || event instanceof ModelDeleted
        ? null
        : ModelDocument.of(known.view().after(event, at));
  }
}
