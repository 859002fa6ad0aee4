package io.tenantry.appdata.read;

import io.tenantry.appdata.AppKeyView;
import io.tenantry.appdata.events.AppKeyCreated;
import io.tenantry.appdata.events.AppKeyDataChanged;
import io.tenantry.appdata.events.AppKeyDeleted;
import io.tenantry.appdata.events.AppKeyEvent;
import io.tenantry.projection.Projection;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class AppKeyProjector implements Projection {

  @Override
  public String name() {
    return "read.appdata";
  }

  @Override
  public boolean handles(Class<?> payloadType) {
    return AppKeyEvent.class.isAssignableFrom(payloadType);
  }

  @Override
  public void project(StoredEvent event, ReadModelBatch batch) {
    if (event.payload() instanceof AppKeyEvent payload) {
      batch.fold(AppKeyDocument.class, event.aggregateId(), event, known -> next(payload, event));
      name(payload, event.aggregateId(), batch);
      count(payload, event.position(), batch);
    }
  }

  private static @Nullable AppKeyDocument next(AppKeyEvent payload, StoredEvent event) {
    return switch (payload) {
      case AppKeyCreated e -> holding(e, e.data(), event);
      case AppKeyDataChanged e -> holding(e, e.data(), event);
      case AppKeyDeleted e -> null;
    };
  }

  // follows the document, not the version: a crash may have stored the one without the other
  private static void name(AppKeyEvent e, String id, ReadModelBatch batch) {
    if (batch.find(AppKeyDocument.class, id) == null) {
      batch.remove(AppKeyNameDocument.class, id);
    } else if (batch.find(AppKeyNameDocument.class, id) == null) {
      batch.put(new AppKeyNameDocument(id, e.tenantId(), e.applicationId(), e.key()));
    }
  }

  private static AppKeyDocument holding(AppKeyEvent e, String data, StoredEvent event) {
    return AppKeyDocument.of(
        event.aggregateId(),
        new AppKeyView(e.tenantId(), e.applicationId(), e.key(), data, event.version()));
  }

  private static void count(AppKeyEvent payload, long position, ReadModelBatch batch) {
    int change =
        switch (payload) {
          case AppKeyCreated e -> 1;
          case AppKeyDataChanged e -> 0;
          case AppKeyDeleted e -> -1;
        };
    var id = ApplicationDocument.id(payload.tenantId(), payload.applicationId());
    var known = batch.find(ApplicationDocument.class, id);
    if (change == 0 || (known != null && known.position() >= position)) {
      return;
    }
    long keys = (known == null ? 0 : known.keyCount()) + change;
    if (keys > 0) {
      batch.put(
          new ApplicationDocument(id, payload.tenantId(), payload.applicationId(), keys, position));
    } else {
      // below 0 only when a batch is repeated that had already removed the application
      batch.remove(ApplicationDocument.class, id);
    }
  }
}
