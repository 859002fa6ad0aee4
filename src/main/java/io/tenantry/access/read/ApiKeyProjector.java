package io.tenantry.access.read;

import io.tenantry.access.ApiKeyView;
import io.tenantry.access.events.ApiKeyCreated;
import io.tenantry.access.events.ApiKeyEvent;
import io.tenantry.access.events.ApiKeyRevoked;
import io.tenantry.projection.Projection;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ApiKeyProjector implements Projection {

  @Override
  public String name() {
    return "read.access";
  }

  @Override
  public boolean handles(Class<?> payloadType) {
    return ApiKeyEvent.class.isAssignableFrom(payloadType);
  }

  @Override
  public void project(StoredEvent event, ReadModelBatch batch) {
    if (event.payload() instanceof ApiKeyEvent payload) {
      long id = payload.keyId();
      batch.fold(ApiKeyDocument.class, id, event, known -> next(known, payload, event.at()));
      if (payload instanceof ApiKeyRevoked) {
        // after the key: who notes a use looks whether the key is there, see ApiKeyUses
        batch.remove(ApiKeyUseDocument.class, id);
      }
    }
  }

  private static @Nullable ApiKeyDocument next(
      @Nullable ApiKeyDocument known, ApiKeyEvent event, Instant at) {
    if (event instanceof ApiKeyCreated created) {
      return ApiKeyDocument.of(ApiKeyView.of(created, at));
    }
    return known == null || event instanceof ApiKeyRevoked
        ? null
        : ApiKeyDocument.of(known.view().after(event, at));
  }
}
