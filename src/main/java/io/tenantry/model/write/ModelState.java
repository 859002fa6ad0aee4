package io.tenantry.model.write;

import io.tenantry.kernel.Lifetime;
import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.model.events.ModelDeleted;
import io.tenantry.model.events.ModelEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a model's events come to. */
record ModelState(@Nullable ModelView last, boolean ended) implements Lifetime<ModelView> {

  static final ModelState NONE = new ModelState(null, false);

  ModelState evolve(ModelEvent event, Instant at) {
    return event instanceof ModelCreated created
        ? new ModelState(ModelView.of(created, at), false)
        : new ModelState(view().after(event, at), event instanceof ModelDeleted);
  }

  /** What the tenant stores by it, in bytes of UTF-8. */
  long storedBytes() {
    var model = living();
    return model == null
        ? 0
        : bytes(model.name())
            + bytes(model.description())
            + bytes(model.configuration())
            + (model.schema() == null ? 0 : bytes(model.schema()));
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
