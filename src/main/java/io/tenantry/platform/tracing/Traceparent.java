package io.tenantry.platform.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.tenantry.kernel.MetadataKeys;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spans as messages bear them: one text in their metadata. */
record Traceparent(Tracer tracer, Propagator propagator) {

  /** Of the current span; null when there is none, or it is not sampled. */
  @Nullable String current() {
    Span span = tracer.currentSpan();
    return span == null ? null : of(span.context());
  }

  private @Nullable String of(TraceContext context) {
    if (!Boolean.TRUE.equals(context.sampled())) {
      return null;
    }
    Map<String, String> carrier = new HashMap<>();
    propagator.inject(context, carrier, (same, key, value) -> carrier.put(key, value));
    return carrier.get(MetadataKeys.TRACE_PARENT);
  }

  /** A span yet to start; the current one is its parent when the text is null. */
  Span.Builder childOf(@Nullable String parent) {
    if (parent == null) {
      return tracer.spanBuilder();
    }
    return propagator.extract(
        parent, (text, key) -> key.equals(MetadataKeys.TRACE_PARENT) ? text : null);
  }
}
