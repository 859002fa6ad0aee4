package io.tenantry.platform.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.micrometer.core.instrument.MeterRegistry;
import io.tenantry.platform.Engine;
import io.tenantry.platform.EventStoreChoice;
import io.tenantry.platform.StartRefused;
import io.tenantry.platform.eventstore.EventStoreInfo;
import io.tenantry.platform.eventstore.EventStoreMetrics;
import io.tenantry.platform.eventstore.OneProcess;
import io.tenantry.platform.eventstore.StoredNameSerializer;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Events in Axon Server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EventStoreChoice.PROPERTY, havingValue = EventStoreChoice.AXON_SERVER)
class AxonServerEngine {

  private static final long ANSWER_SECONDS = 5;

  @Bean
  AxonServerConfiguration axonServerConfiguration() {
    var configuration = new AxonServerConfiguration();
    configuration.setComponentName("tenantry");
    return configuration;
  }

  @Bean(destroyMethod = "shutdown")
  AxonServerConnectionManager axonServerConnections(AxonServerConfiguration configuration) {
    var reach = new AxonServerReach(configuration);
    reach.require();
    var connections =
        AxonServerConnectionManager.builder()
            .routingServers(configuration.getServers())
            .axonServerConfiguration(configuration)
            .build();
    reach.awaitConnected(connections);
    return connections;
  }

  @Bean(destroyMethod = "close")
  EventFollower eventFollower(AxonServerConnectionManager connections) {
    try {
      long head =
          channel(connections).get().getLastToken().get(ANSWER_SECONDS, TimeUnit.SECONDS) + 1;
      return EventFollower.start(channel(connections), head);
    } catch (ExecutionException | TimeoutException e) {
      throw new StartRefused("Axon Server does not tell how many events it has.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("the start was interrupted.");
    }
  }

  @Bean
  EventPositions eventPositions(EventFollower follower, AxonServerConnectionManager connections) {
    var server = channel(connections);
    return new EventPositions(follower, new HeadRequests(() -> server.get().getLastToken()));
  }

  @Bean(name = {"eventStore", "eventBus"})
  FollowedEventStore eventStore(
      AxonServerConfiguration configuration,
      AxonServerConnectionManager connections,
      EventPositions positions,
      MeterRegistry metrics,
      Clock clock,
      @Qualifier("eventSerializer") StoredNameSerializer serializer,
      ObjectProvider<EventUpcaster> upcasters) {
    var builder =
        AxonServerEventStore.builder()
            .configuration(configuration)
            .platformConnectionManager(connections)
            .snapshotFilter(SnapshotFilter.allowAll())
            .upcasterChain(new EventUpcasterChain(upcasters.orderedStream().toList()));
    return FollowedEventStore.of(
        builder, serializer, positions, new EventStoreMetrics(metrics), clock);
  }

  @Bean
  EventStoreInfo eventStoreInfo(
      FollowedEventStore events, EventPositions positions, EventFollower follower) {
    return new EventStoreInfo(
        StoreMark.of(events), follower::head, positions::head, GlobalSequenceTrackingToken::new);
  }

  @Bean
  FollowedPositions streamPositions(
      AxonServerConnectionManager connections, EventPositions positions) {
    return new FollowedPositions(channel(connections), positions);
  }

  @Bean
  OneProcess leaseHolders() {
    return new OneProcess(UUID.randomUUID().toString());
  }

  @Bean
  Engine eventsEngine(AxonServerConfiguration configuration) {
    return new Engine(
        Engine.Kept.EVENTS,
        EventStoreChoice.AXON_SERVER,
        configuration.getServers() + ", context " + configuration.getContext());
  }

  /** Axon Server takes all events of a unit of work at once. */
  @Bean
  TransactionManager axonTransactionManager() {
    return NoTransactionManager.instance();
  }

  @Bean
  AxonServerFailures axonServerFailures() {
    return new AxonServerFailures();
  }

  private static Supplier<EventChannel> channel(AxonServerConnectionManager connections) {
    return () -> connections.getConnection().eventChannel();
  }
}
