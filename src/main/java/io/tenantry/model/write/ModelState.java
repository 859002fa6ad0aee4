package io.tenantry.model.write;

import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.model.events.ModelDeleted;
import io.tenantry.model.events.ModelEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model's events come to.
 *
 * @param last the model as it is, or was when it was deleted; null before it was created
 */
record ModelState(@Nullable ModelView last, boolean deleted) {

  static final ModelState NONE = new ModelState(null, false);

  /** The model; null when it has not come yet, or is gone. */
  @Nullable ModelView model() {
    return deleted ? null : last;
  }

  ModelView view() {
    return Objects.requireNonNull(last, "no event has happened yet");
  }

  ModelState evolve(ModelEvent event, Instant at) {
    return event instanceof ModelCreated created
        ? new ModelState(ModelView.of(created, at), false)
        : new ModelState(view().after(event, at), event instanceof ModelDeleted);
  }

  /** What the tenant stores by it, in bytes of UTF-8. */
  long storedBytes() {
    var model = model();
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
