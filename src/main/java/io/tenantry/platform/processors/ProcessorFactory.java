package io.tenantry.platform.processors;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Makes and starts processors. Each has one segment, for order, and one thread that both reads the
 * stream and handles what it read: a second one would only add a hand-over to every write's wait.
 * The thread is of the platform, since native calls of a database would hold a virtual one's
 * carrier.
 */
final class ProcessorFactory {

  private static final int BATCH = 200;

  /** How soon a processor that failed looks whether its pause is over. */
  private static final long CLAIM_INTERVAL_MILLIS = 500;

  private final StreamableMessageSource<TrackedEventMessage<?>> events;

  ProcessorFactory(StreamableMessageSource<TrackedEventMessage<?>> events) {
    this.events = events;
  }

  record Started(StreamingEventProcessor processor, ScheduledExecutorService thread) {}

  Started start(EventDriven part) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(part.name()).daemon().factory());
    StreamingEventProcessor processor =
        PooledStreamingEventProcessor.builder()
            .name(part.name())
            .eventHandlerInvoker(part.invoker())
            .errorHandler(PropagatingErrorHandler.INSTANCE)
            .messageSource(events)
            .tokenStore(part.tokens())
            .transactionManager(NoTransactionManager.INSTANCE)
            .coordinatorExecutor(thread)
            .workerExecutor(thread)
            .initialSegmentCount(1)
            // the default is a replay token, which has its own ideas
            .initialToken(StreamableMessageSource::createTailToken)
            .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
            .batchSize(BATCH)
            .build();
    processor.start();
    return new Started(processor, thread);
  }
}
