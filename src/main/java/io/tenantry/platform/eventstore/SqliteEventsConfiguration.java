package io.tenantry.platform.eventstore;

import io.tenantry.platform.EventStoreChoice;
import io.tenantry.platform.datafolder.DataFolder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Events in the data folder: the default. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    name = EventStoreChoice.PROPERTY,
    havingValue = EventStoreChoice.EMBEDDED,
    matchIfMissing = true)
@Import(EventStoreConfiguration.class)
class SqliteEventsConfiguration {

  @Bean(destroyMethod = "close")
  EventsDatabase eventsDatabase(DataFolder folder) {
    return SqliteEvents.open(folder.file("events.db"));
  }
}
