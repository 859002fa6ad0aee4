package io.tenantry.platform.eventstore;

import io.tenantry.platform.EventStoreChoice;
import io.tenantry.platform.postgres.PostgresServer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Events in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EventStoreChoice.PROPERTY, havingValue = EventStoreChoice.POSTGRES)
@Import(EventStoreConfiguration.class)
class PostgresEventsConfiguration {

  @Bean(destroyMethod = "close")
  EventsDatabase eventsDatabase(PostgresServer server) {
    return PostgresEvents.open(server);
  }
}
