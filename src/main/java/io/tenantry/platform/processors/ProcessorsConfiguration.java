package io.tenantry.platform.processors;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenantry.kernel.Refusals;
import io.tenantry.platform.eventstore.LiveEventStore;
import io.tenantry.platform.readstore.DocumentIds;
import io.tenantry.platform.readstore.EventLog;
import io.tenantry.platform.readstore.ReadModelStore;
import io.tenantry.platform.readstore.ReadStoreIdentity;
import io.tenantry.projection.Automation;
import io.tenantry.projection.Projection;
import io.tenantry.projection.ReadModelListener;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One processor for each projection and each automation. */
@Configuration(proxyBeanMethods = false)
class ProcessorsConfiguration {

  /** How often a position is written that stands alone; a kill brings back what came since. */
  private static final Duration POSITIONS_WRITTEN_EVERY = Duration.ofSeconds(1);

  private static final Duration PROGRESS_TOLD_EVERY = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(ProcessorsConfiguration.class);

  @Bean
  ReadModelProgress readModelProgress() {
    return new ReadModelProgress();
  }

  /** Refuses the start here, before anything has read or written a foreign read model. */
  @Bean
  EventDrivenParts eventDrivenParts(
      ReadModelStore store,
      DocumentIds ids,
      EventLog events,
      ReadModelProgress progress,
      ObjectProvider<Projection> projections,
      ObjectProvider<Automation> automations,
      ObjectProvider<ReadModelListener> listeners,
      ObjectProvider<ProjectionTracer> tracers,
      MeterRegistry registry) {
    ReadStoreIdentity.verify(store, events);
    List<ReadModelListener> all = listeners.orderedStream().toList();
    ProjectionTracer tracer = tracers.getIfAvailable(() -> ProjectionTracer.OFF);
    var parts = new EventDrivenParts();
    projections.forEach(
        each ->
            parts.add(
                measured(projection(each, store, ids, events, all, progress, tracer), registry)));
    automations.forEach(each -> parts.add(measured(automation(each, store, events), registry)));
    return parts;
  }

  private static EventDriven measured(EventDriven part, MeterRegistry registry) {
    return new EventDriven(
        part.name(),
        part.readModel(),
        part.tokens(),
        new MeasuredInvoker(part.invoker(), part.name(), registry));
  }

  private static EventDriven projection(
      Projection projection,
      ReadModelStore store,
      DocumentIds ids,
      EventLog events,
      List<ReadModelListener> listeners,
      ReadModelProgress progress,
      ProjectionTracer tracer) {
    String name = projection.name();
    if (store.version(name) != projection.version()) {
      if (store.position(name).isPresent()) {
        LOG.info("{} was made by another release: it is made again from all events", name);
      }
      store.restart(name, projection.version(), projection.documents());
    }
    var writer = new BatchWriter(name, store, ids, listeners);
    var tokens =
        new PositionTokens(
            store,
            name,
            POSITIONS_WRITTEN_EVERY.toNanos(),
            events::token,
            position -> {
              writer.settle();
              progress.reached(name, position);
            });
    progress.reached(name, tokens.position());
    var invoker =
        new ProjectionInvoker(
            projection,
            writer,
            tracer,
            position -> {
              tokens.hasWritten(position);
              progress.reached(name, position);
            },
            position -> {
              tokens.hasDone(position);
              progress.reached(name, position);
            });
    return new EventDriven(name, true, tokens, invoker);
  }

  private static EventDriven automation(
      Automation automation, ReadModelStore store, EventLog events) {
    var tokens =
        new PositionTokens(
            store,
            automation.name(),
            POSITIONS_WRITTEN_EVERY.toNanos(),
            events::token,
            position -> {});
    return new EventDriven(
        automation.name(), false, tokens, new AutomationInvoker(automation, tokens));
  }

  @Bean
  EventProcessors eventProcessors(
      EventDrivenParts parts,
      StreamableMessageSource<TrackedEventMessage<?>> source,
      EventLog events,
      ReadModelProgress progress,
      Refusals refusals) {
    var pieces = source instanceof LiveEventStore store ? store.inPieces() : source;
    return new EventProcessors(
        parts.all(),
        new ProcessorFactory(pieces, new ProcessorFailures(refusals)),
        new CatchUp(progress, events::head, PROGRESS_TOLD_EVERY));
  }

  @Bean
  ReadModelsHealthIndicator readModelsHealthIndicator(
      ReadModelProgress progress, EventProcessors processors) {
    return new ReadModelsHealthIndicator(progress, processors);
  }

  @Bean
  ProcessorMetrics eventProcessorMetrics(EventDrivenParts parts, EventLog events) {
    return new ProcessorMetrics(parts.all(), events);
  }
}
