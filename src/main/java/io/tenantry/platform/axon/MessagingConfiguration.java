package io.tenantry.platform.axon;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenantry.idempotency.Duplicates;
import io.tenantry.idempotency.ReplayingCommandBus;
import io.tenantry.kernel.CostlyWork;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.OfOneTenant;
import io.tenantry.kernel.Refusals;
import io.tenantry.platform.eventstore.EventStoreInfo;
import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The buses and what crosses them. Interceptor beans register themselves with their bus: never by
 * hand, or they run twice.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

  // inside what measures, outside of all that does something
  private static final int REFUSALS = Ordered.HIGHEST_PRECEDENCE + 5;
  private static final int RIGHTS = Ordered.HIGHEST_PRECEDENCE + 10;
  private static final int COSTLY = Ordered.HIGHEST_PRECEDENCE + 15;

  static {
    // a read model keeps milliseconds: an answer made from the events must not show more
    GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  @Qualifier("localSegment")
  ReplayingCommandBus commandBus(EventStoreInfo store, Configuration axon, Duplicates duplicates) {
    var bus =
        new PositionedCommandBus(
            SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .duplicateCommandHandlerResolver(
                    DuplicateCommandHandlerResolution.rejectDuplicates()),
            store);
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
    return new ReplayingCommandBus(bus, duplicates);
  }

  @Bean
  @Qualifier("localSegment")
  SimpleQueryBus queryBus(QueryUpdateEmitter updates) {
    return SimpleQueryBus.builder()
        .transactionManager(NoTransactionManager.instance())
        .queryUpdateEmitter(updates)
        .build();
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  MessageHandlerInterceptor<CommandMessage<?>> commandMetrics(
      Refusals refusals, MeterRegistry registry) {
    return new MessageMetrics<>("tenantry.commands", "command", refusals, registry);
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  MessageHandlerInterceptor<QueryMessage<?, ?>> queryMetrics(
      Refusals refusals, MeterRegistry registry) {
    return new MessageMetrics<>("tenantry.queries", "query", refusals, registry);
  }

  @Bean
  @Order(REFUSALS)
  MessageHandlerInterceptor<CommandMessage<?>> commandRefusals() {
    return new RefusalInterceptor<>(
        details -> new CommandExecutionException(details.message(), null, details));
  }

  @Bean
  @Order(REFUSALS)
  MessageHandlerInterceptor<QueryMessage<?, ?>> queryRefusals() {
    return new RefusalInterceptor<>(
        details -> new QueryExecutionException(details.message(), null, details));
  }

  @Bean
  @Order(RIGHTS)
  MessageHandlerInterceptor<CommandMessage<?>> commandRights() {
    return new RightsInterceptor<>();
  }

  /** Costly work of a command is its tenant's; it ends before the commit is waited for. */
  @Bean
  @Order(COSTLY)
  MessageHandlerInterceptor<CommandMessage<?>> commandShares(CostlyWork work) {
    return (unitOfWork, chain) ->
        unitOfWork.getMessage().getPayload() instanceof OfOneTenant command
            ? work.within(String.valueOf(command.tenantId()), chain::proceed)
            : chain.proceed();
  }

  @Bean
  @Order(RIGHTS)
  MessageHandlerInterceptor<QueryMessage<?, ?>> queryRights() {
    return new RightsInterceptor<>();
  }

  /** Which message led to this one, and with which it all began. */
  @Bean
  CorrelationDataProvider messageOrigin() {
    return new MessageOriginProvider(MetadataKeys.CAUSATION_ID, MetadataKeys.CORRELATION_ID);
  }

  /** Who, for whom and by which request: from a command to all that follows from it. */
  @Bean
  CorrelationDataProvider requestOrigin() {
    return new SimpleCorrelationDataProvider(
        MetadataKeys.ACTOR,
        MetadataKeys.TENANT,
        MetadataKeys.REQUEST_ID,
        MetadataKeys.IDEMPOTENCY_KEY_HASH);
  }

  @Bean
  Refusals refusals(ObjectProvider<EngineFailures> engines) {
    return new AxonRefusals(engines.orderedStream().toList());
  }
}
