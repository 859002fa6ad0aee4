package io.tenantry.platform.tracing;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.platform.processors.ProjectionTracer;
import io.tenantry.projection.StoredEvent;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A span from when a projection was given an event until the read model showed what it had changed.
 * Made only then, so events that change nothing leave none.
 */
record ProjectionSpans(Traceparent traceparent, Clock clock) implements ProjectionTracer {

  @Override
  public @Nullable Runnable begin(String processor, StoredEvent event) {
    String parent = event.metadata().get(MetadataKeys.TRACE_PARENT);
    if (parent == null) {
      return null;
    }
    long start = clock.millis();
    return () ->
        traceparent
            .childOf(parent)
            .name(processor + " " + event.payload().getClass().getSimpleName())
            .tag("processor", processor)
            .tag("position", event.position())
            .startTimestamp(start, TimeUnit.MILLISECONDS)
            .start()
            .end();
  }
}
