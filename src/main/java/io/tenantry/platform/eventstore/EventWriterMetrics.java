package io.tenantry.platform.eventstore;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the writer tells of itself. */
final class EventWriterMetrics {

  private final MeterRegistry registry;
  private final Timer commits;
  private final DistributionSummary groups;

  EventWriterMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.commits =
        Timer.builder("tenantry.events.commit")
            .description("Writing and syncing one group of units of work")
            .register(registry);
    this.groups =
        DistributionSummary.builder("tenantry.events.group")
            .description("Units of work in one commit")
            .register(registry);
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  void committed(Timer.Sample sample, int size) {
    sample.stop(commits);
    groups.record(size);
  }
}
