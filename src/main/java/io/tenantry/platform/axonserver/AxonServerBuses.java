package io.tenantry.platform.axonserver;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.Refusals;
import io.tenantry.platform.EventStoreChoice;
import io.tenantry.platform.axon.RefusalCarryingCommandBus;
import java.util.concurrent.Executors;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Commands and queries by way of Axon Server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EventStoreChoice.PROPERTY, havingValue = EventStoreChoice.AXON_SERVER)
class AxonServerBuses {

  @Bean
  @Primary
  PatientCommandBus axonServerCommandBus(
      AxonServerConnectionManager connections,
      AxonServerConfiguration configuration,
      @Qualifier("localSegment") CommandBus local,
      @Qualifier("messageSerializer") Serializer serializer,
      Refusals refusals) {
    return PatientCommandBus.of(
        AxonServerCommandBus.builder()
            .axonServerConnectionManager(connections)
            .configuration(configuration)
            .localSegment(new RefusalCarryingCommandBus(local, refusals))
            .serializer(serializer)
            .routingStrategy(
                AnnotationRoutingStrategy.builder()
                    .fallbackRoutingStrategy(AxonServerBuses::keyOfWhatHasNoAggregate)
                    .build())
            // a command may wait for another, of the same key or for a lease: a pool would be full
            // of those who wait. How many come at once, the permits say
            .executorServiceBuilder(
                (settings, queue) ->
                    Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("command-", 0).factory())));
  }

  /**
   * Commands of one aggregate meet in one process, where they wait for each other instead of losing
   * races; so do repetitions of one request.
   */
  private static String keyOfWhatHasNoAggregate(CommandMessage<?> command) {
    return command.getMetaData().get(MetadataKeys.IDEMPOTENCY_KEY_HASH) instanceof String hash
        ? hash
        : command.getIdentifier();
  }

  /**
   * Queries are answered by the process that was asked, which has waited until its read models and
   * caches show what the client has written. Another process could be behind.
   */
  @Bean
  @Primary
  AxonServerQueryBus axonServerQueryBus(
      AxonServerConnectionManager connections,
      AxonServerConfiguration configuration,
      @Qualifier("localSegment") SimpleQueryBus local,
      @Qualifier("messageSerializer") Serializer serializer) {
    return AxonServerQueryBus.builder()
        .axonServerConnectionManager(connections)
        .configuration(configuration)
        .localSegment(local)
        .updateEmitter(local.queryUpdateEmitter())
        .messageSerializer(serializer)
        .genericSerializer(serializer)
        .enabledLocalSegmentShortCut()
        .build();
  }
}
