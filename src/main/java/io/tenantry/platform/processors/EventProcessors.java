package io.tenantry.platform.processors;

import io.tenantry.platform.axon.ShutdownOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * All processors of this process. They start before the web server and stop after it, each at the
 * end of a batch, while the stores are still open and commands are still handled.
 */
public final class EventProcessors implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(EventProcessors.class);

  private static final long SECONDS_TO_STOP = 20;

  /**
   * How a processor is.
   *
   * @param position of the last event that it has dealt with, 0 before the first
   * @param readModel true for a projection, false for an automation
   * @param failing whether it is waiting to try an event or batch again
   */
  public record Status(String name, long position, boolean readModel, boolean failing) {}

  private final Map<String, EventDriven> parts = new LinkedHashMap<>();
  private final ProcessorFactory factory;
  private final CatchUp catchUp;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean running;
  private volatile Map<String, ProcessorFactory.Started> started = Map.of();

  EventProcessors(List<EventDriven> parts, ProcessorFactory factory, CatchUp catchUp) {
    parts.forEach(
        part -> {
          if (this.parts.put(part.name(), part) != null) {
            throw new IllegalArgumentException("two processors are named " + part.name());
          }
        });
    this.factory = factory;
    this.catchUp = catchUp;
  }

  /**
   * Automations start once the read models have caught up: until then they would only wait for
   * them, and hold events in memory meanwhile.
   */
  @Override
  public void start() {
    catchUp.prepare();
    running = true;
    start(true);
    catchUp.begin(() -> start(false));
  }

  private void start(boolean readModels) {
    lock.lock();
    try {
      if (running) {
        Map<String, ProcessorFactory.Started> all = new LinkedHashMap<>(started);
        parts.forEach(
            (name, part) -> {
              if (part.readModel() == readModels) {
                all.put(name, factory.start(part));
              }
            });
        started = all;
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void stop() {
    Map<String, ProcessorFactory.Started> stopping;
    lock.lock();
    try {
      running = false;
      stopping = started;
      started = Map.of();
    } finally {
      lock.unlock();
    }
    // an automation may be waiting for read models
    catchUp.stop();
    stop(stopping, false);
    stop(stopping, true);
  }

  private void stop(Map<String, ProcessorFactory.Started> all, boolean readModels) {
    List<ProcessorFactory.Started> stopping =
        parts.values().stream()
            .filter(part -> part.readModel() == readModels)
            .map(part -> all.get(part.name()))
            .filter(Objects::nonNull)
            .toList();
    try {
      CompletableFuture.allOf(
              stopping.stream()
                  .map(each -> each.processor().shutdownAsync())
                  .toArray(CompletableFuture<?>[]::new))
          .get(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Not every event processor has ended its batch within {} s", SECONDS_TO_STOP, e);
    } finally {
      stopping.forEach(each -> each.thread().shutdownNow());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return ShutdownOrder.PROCESSORS;
  }

  /** Axon's processor of that name; empty when there is none or it does not run. */
  public Optional<StreamingEventProcessor> processor(String name) {
    return Optional.ofNullable(started.get(name)).map(ProcessorFactory.Started::processor);
  }

  public List<Status> status() {
    return parts.values().stream().map(this::status).toList();
  }

  private Status status(EventDriven part) {
    boolean failing =
        processor(part.name())
            .map(
                processor ->
                    processor.isError()
                        || processor.processingStatus().isEmpty()
                        || processor.processingStatus().values().stream()
                            .anyMatch(segment -> segment.isErrorState()))
            .orElse(false);
    return new Status(part.name(), part.tokens().position(), part.readModel(), failing);
  }
}
