package io.tenantry.platform.processors;

import io.tenantry.projection.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Follows an event of a trace until a read model shows what it has changed. */
@FunctionalInterface
public interface ProjectionTracer {

  ProjectionTracer OFF = (processor, event) -> null;

  /**
   * @return what to run once its batch is written, if it has changed something; null when the event
   *     is of no trace
   */
  @Nullable Runnable begin(String processor, StoredEvent event);
}
