package io.tenantry.platform.axon;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.tenantry.kernel.Refusals;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Times what a bus handles until its unit of work has ended, so with its commit, by the message's
 * simple name and its {@link Outcome}. Who asked, and for whom, is no label.
 */
final class MessageMetrics<T extends Message<?>> implements MessageHandlerInterceptor<T> {

  private record Series(Class<?> message, Outcome outcome) {}

  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
  private final String name;
  private final String kind;
  private final Refusals refusals;
  private final MeterRegistry registry;

  /**
   * @param name of the timer
   * @param kind the label that bears the message's name
   */
  MessageMetrics(String name, String kind, Refusals refusals, MeterRegistry registry) {
    this.name = name;
    this.kind = kind;
    this.refusals = refusals;
    this.registry = registry;
  }

  @Override
  public @Nullable Object handle(UnitOfWork<? extends T> unitOfWork, InterceptorChain chain)
      throws Exception {
    long start = System.nanoTime();
    Class<?> message = unitOfWork.getMessage().getPayloadType();
    unitOfWork.onCleanup(
        ended ->
            timers
                .computeIfAbsent(
                    new Series(message, Outcome.of(ended.getExecutionResult(), refusals)),
                    this::timer)
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS));
    return chain.proceed();
  }

  private Timer timer(Series series) {
    return Timer.builder(name)
        .description("Handling, with its commit")
        .tags(
            Tags.of(
                Tag.of(kind, series.message().getSimpleName()),
                Tag.of("outcome", series.outcome().word()),
                Tag.of("refusal", series.outcome().refusal().orElse("none"))))
        .register(registry);
  }
}
