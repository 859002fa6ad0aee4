package io.tenantry.platform.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenantry.platform.Engine;
import io.tenantry.platform.EventStoreChoice;
import io.tenantry.platform.StartRefused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The event store on one of the SQL databases, whose configuration brings this one along. Closing
 * goes against the order of dependencies: whoever uses the store stops first, then its streams end,
 * the writer drains, the readers close, the folder is unlocked.
 */
class EventStoreConfiguration {

  private static final Duration IDLE = Duration.ofSeconds(1);

  @Bean(destroyMethod = "close")
  EventWriter eventWriter(
      EventsDatabase database, MeterRegistry registry, ConfigurableApplicationContext context) {
    try {
      return EventWriter.start(
          database.table(), new EventStoreMetrics(registry), IDLE, new EndOfProcess(context));
    } catch (AnotherWrites e) {
      throw new StartRefused(
          e.getMessage() + "; stop that one: in this version one process serves an event store");
    } catch (SQLException e) {
      throw database.refused(e);
    }
  }

  @Bean
  Engine eventsEngine(
      EventsDatabase database, @Value("${" + EventStoreChoice.PROPERTY + ":}") String chosen) {
    return new Engine(Engine.Kept.EVENTS, EventStoreChoice.of(chosen), database.where());
  }

  @Bean
  GroupCommitEventStorageEngine eventStorageEngine(
      EventWriter writer,
      EventsDatabase database,
      @Qualifier("eventSerializer") StoredNameSerializer serializer,
      ObjectProvider<EventUpcaster> upcasters) {
    return new GroupCommitEventStorageEngine(
        writer, database, serializer, new EventUpcasterChain(upcasters.orderedStream().toList()));
  }

  @Bean(
      name = {"eventStore", "eventBus"},
      destroyMethod = "shutDown")
  LiveEventStore eventStore(GroupCommitEventStorageEngine engine) {
    return new LiveEventStore(EmbeddedEventStore.builder(), engine);
  }

  @Bean
  EventStoreInfo eventStoreInfo(EventsDatabase database, EventWriter writer) {
    return new EventStoreInfo(
        database.id(),
        writer::head,
        writer::announced,
        position -> GapAwareTrackingToken.newInstance(position, Set.of()));
  }

  @Bean
  StreamPositions streamPositions(EventsDatabase database) {
    return new StreamPositions(database.readers());
  }

  @Bean
  OneProcess leaseHolders() {
    return new OneProcess(UUID.randomUUID().toString());
  }

  /** The writer makes its own transactions; a unit of work of Axon needs none. */
  @Bean
  TransactionManager axonTransactionManager() {
    return NoTransactionManager.instance();
  }
}
