package io.tenantry.platform.eventstore;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What an event store tells of its commits and of its reads, whichever engine it is. */
public final class EventStoreMetrics {

  private static final double[] PERCENTILES = {0.5, 0.99};

  private final MeterRegistry registry;
  private final Timer commits;
  private final DistributionSummary groups;
  private final Timer streams;
  private final Timer log;

  public EventStoreMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.commits =
        Timer.builder("tenantry.events.commit")
            .description("Writing and syncing one group of units of work")
            .publishPercentiles(PERCENTILES)
            .register(registry);
    this.groups =
        DistributionSummary.builder("tenantry.events.group")
            .description("Units of work in one commit")
            .register(registry);
    this.streams = reads("stream", registry);
    this.log = reads("log", registry);
  }

  private static Timer reads(String of, MeterRegistry registry) {
    return Timer.builder("tenantry.events.read")
        .description("One query: of a stream's events for a command, or of what is new in the log")
        .tag("of", of)
        .publishPercentiles(PERCENTILES)
        .register(registry);
  }

  public Timer.Sample start() {
    return Timer.start(registry);
  }

  /**
   * @param size how many units of work it was
   */
  public void committed(Timer.Sample sample, int size) {
    sample.stop(commits);
    groups.record(size);
  }

  /** A stream's events. */
  public <T> T stream(Supplier<T> query) {
    return timed(streams, query);
  }

  /** What is new in the log. */
  public <T> T log(Supplier<T> query) {
    return timed(log, query);
  }

  private static <T> T timed(Timer timer, Supplier<T> query) {
    long start = System.nanoTime();
    try {
      return query.get();
    } finally {
      timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }
}
