package io.tenantry.platform.postgres;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenantry.platform.EventStoreChoice;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads {@code spring.datasource.*}; Boot's own data source would be one for everything. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EventStoreChoice.PROPERTY, havingValue = EventStoreChoice.POSTGRES)
public class PostgresConfiguration {

  private static final String SOURCE = "spring.datasource.";
  private static final int CONNECTIONS = 10;

  @Bean
  PostgresServer postgresServer(Environment environment, MeterRegistry meters) {
    return PostgresServer.of(
        environment.getProperty(SOURCE + "url"),
        environment.getProperty(SOURCE + "username"),
        environment.getProperty(SOURCE + "password"),
        Binder.get(environment)
            .bind(SOURCE + "hikari.maximum-pool-size", Integer.class)
            .orElse(CONNECTIONS),
        meters);
  }
}
