package io.tenantry.platform.processors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tenantry.platform.readstore.EventLog;
import java.util.Collection;

/** Where each processor is, and how many events it has still before it. */
final class ProcessorMetrics implements MeterBinder {

  private final Collection<EventDriven> parts;
  private final EventLog events;

  ProcessorMetrics(Collection<EventDriven> parts, EventLog events) {
    this.parts = parts;
    this.events = events;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (EventDriven part : parts) {
      Gauge.builder("tenantry.processor.position", part.tokens(), PositionTokens::position)
          .tag("processor", part.name())
          .description("Position of the last event that the processor has dealt with")
          .register(registry);
      Gauge.builder("tenantry.processor.lag", part.tokens(), this::lag)
          .tag("processor", part.name())
          .baseUnit("events")
          .description("Events that the processor has still before it")
          .register(registry);
    }
  }

  private double lag(PositionTokens tokens) {
    // the head first: a processor that moves on meanwhile is not ahead of it
    long head = events.head();
    return Math.max(0, head - tokens.position());
  }
}
