package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenantry.engines.Engines;
import io.tenantry.idempotency.ReplayingCommandBus;
import io.tenantry.platform.eventstore.GroupCommitEventStorageEngine;
import io.tenantry.platform.eventstore.LiveEventStore;
import io.tenantry.platform.eventstore.StoredNameSerializer;
import io.tenantry.platform.readstore.ReadModelStore;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

/** What the running service is made of on each pair of engines: nothing of Axon's defaults. */
class EngineWiringTest extends HttpTest {

  private final Engines engine;

  EngineWiringTest(Engines engine) {
    super(engine);
    this.engine = engine;
  }

  @Test
  void givenEngines_whenStarted_thenTheEventStoreIsOurs() {
    if (engine == Engines.AXON_SERVER) {
      assertThat(service.bean(EventStore.class).getClass().getSimpleName())
          .isEqualTo("FollowedEventStore");
      assertThat(service.bean(AxonServerEventStore.class))
          .isSameAs(service.bean("eventBus", Object.class));
      assertThat(service.beans(EventStorageEngine.class)).isEmpty();
      return;
    }
    assertThat(service.bean(EventStore.class)).isExactlyInstanceOf(LiveEventStore.class);
    assertThat(service.bean(EventStorageEngine.class))
        .isExactlyInstanceOf(GroupCommitEventStorageEngine.class);
    assertThat(service.bean("eventsDatabase", Object.class).getClass().getSimpleName())
        .isEqualTo(engine.postgres() ? "PostgresEvents" : "SqliteEvents");
  }

  @Test
  void givenEngines_whenStarted_thenReadModelsAndPositionsAreInTheReadStore() {
    assertThat(service.bean(ReadModelStore.class).getClass().getSimpleName())
        .isEqualTo(engine.mongo() ? "MongoReadModelStore" : "JdbcReadModelStore");
    if (!engine.mongo()) {
      assertThat(service.bean("readDatabase", Object.class).getClass().getSimpleName())
          .isEqualTo(engine.postgres() ? "PostgresReadDatabase" : "SqliteReadDatabase");
    }
    // each processor has its own view of the read store; none of Axon's is there to be taken
    assertThat(service.beans(TokenStore.class)).isEmpty();
  }

  @Test
  void givenEngines_whenStarted_thenBusesAndSerializersAreOurs() {
    var axon = service.bean(Configuration.class);
    assertThat(axon.commandBus()).isSameAs(service.bean(CommandBus.class));
    if (engine == Engines.AXON_SERVER) {
      assertThat(axon.commandBus()).isInstanceOf(AxonServerCommandBus.class);
      assertThat(service.bean("commandBus", CommandBus.class))
          .isExactlyInstanceOf(ReplayingCommandBus.class);
      assertThat(service.bean(QueryBus.class)).isExactlyInstanceOf(AxonServerQueryBus.class);
      assertThat(axon.queryBus()).isSameAs(service.bean(QueryBus.class));
    } else {
      assertThat(axon.commandBus()).isExactlyInstanceOf(ReplayingCommandBus.class);
      assertThat(service.bean(QueryBus.class)).isExactlyInstanceOf(SimpleQueryBus.class);
    }
    assertThat(axon.eventSerializer()).isExactlyInstanceOf(StoredNameSerializer.class);
    assertThat(axon.messageSerializer()).isExactlyInstanceOf(Jackson3Serializer.class);
    assertThat(axon.serializer()).isExactlyInstanceOf(Jackson3Serializer.class);
  }

  @Test
  void givenEngines_whenStarted_thenAxonsConnectorIsThereOnlyForAxonServer() {
    Predicate<Object> ofTheConnector =
        bean ->
            bean.getClass().getName().startsWith("org.axonframework.axonserver.")
                || bean.getClass().getName().startsWith("io.axoniq.")
                || bean.getClass().getName().contains(".AxonServer");
    assertThat(service.beans(Object.class).stream().anyMatch(ofTheConnector))
        .isEqualTo(engine == Engines.AXON_SERVER);
    var connections = service.beans(AxonServerConnectionManager.class);
    assertThat(connections).hasSize(engine == Engines.AXON_SERVER ? 1 : 0);
  }

  @Test
  void givenEngines_whenStarted_thenNobodyOpensTransactionsButTheStores() {
    assertThat(service.bean(TransactionManager.class)).isInstanceOf(NoTransactionManager.class);
    assertThat(service.beans(PlatformTransactionManager.class)).isEmpty();
  }

  @Test
  void givenPools_whenStarted_thenTheirConnectionsAreMeasured() {
    var pools =
        service.bean(MeterRegistry.class).find("hikaricp.connections.pending").gauges().stream()
            .map(gauge -> gauge.getId().getTag("pool"))
            .toList();
    assertThat(pools)
        .containsExactlyInAnyOrderElementsOf(
            switch (engine) {
              case POSTGRES -> List.of("events", "read models", "projections");
              case POSTGRES_MONGODB -> List.of("events");
              default -> List.of();
            });
  }
}
