package io.tenantry.platform.processors;

import io.tenantry.platform.eventstore.Piece;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes and starts processors. Each has one segment, for order, and one thread that both reads the
 * stream and handles what it read: a second one would only add a hand-over to every write's wait.
 * The thread is of the platform, since native calls of a database would hold a virtual one's
 * carrier.
 *
 * <p>What a processor holds of the log is bounded in bytes by that one thread and by {@link Piece}:
 * the events of one piece, and a second piece that its stream has read ahead. Documents are bounded
 * by {@link ProjectionInvoker}.
 */
final class ProcessorFactory {

  /** How soon a processor that failed looks whether its pause is over. */
  private static final long CLAIM_INTERVAL_MILLIS = 500;

  private final StreamableMessageSource<TrackedEventMessage<?>> events;
  private final ProcessorFailures failures;

  ProcessorFactory(
      StreamableMessageSource<TrackedEventMessage<?>> events, ProcessorFailures failures) {
    this.events = events;
    this.failures = failures;
  }

  record Started(StreamingEventProcessor processor, ScheduledExecutorService thread) {}

  Started start(EventDriven part) {
    var thread = new ProcessorThread(part.name());
    StreamingEventProcessor processor =
        PooledStreamingEventProcessor.builder()
            .name(part.name())
            .eventHandlerInvoker(
                failures.watched(part.name(), EventHandlerInvoker.class, part.invoker()))
            .errorHandler(PropagatingErrorHandler.INSTANCE)
            .messageSource(watchedEvents(part.name()))
            .tokenStore(failures.watched(part.name(), TokenStore.class, part.tokens()))
            .transactionManager(NoTransactionManager.INSTANCE)
            .coordinatorExecutor(thread)
            .workerExecutor(thread)
            .initialSegmentCount(1)
            // the default is a replay token, which has its own ideas
            .initialToken(StreamableMessageSource::createTailToken)
            .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
            .batchSize(Piece.EVENTS)
            .build();
    processor.start();
    return new Started(processor, thread);
  }

  @SuppressWarnings("unchecked")
  private StreamableMessageSource<TrackedEventMessage<?>> watchedEvents(String processor) {
    return failures.watched(processor, StreamableMessageSource.class, events);
  }

  /** Dies of an {@link Error}, which its tasks would keep to themselves. */
  private static final class ProcessorThread extends ScheduledThreadPoolExecutor {

    ProcessorThread(String name) {
      super(1, Thread.ofPlatform().name(name).daemon().factory());
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
      super.afterExecute(task, thrown);
      if (task instanceof Future<?> future
          && future.state() == Future.State.FAILED
          && future.exceptionNow() instanceof Error error) {
        throw error;
      }
    }
  }
}
