package io.tenantry.platform.axon;

import io.tenantry.kernel.CostlyWork;
import io.tenantry.platform.TenantryProperties;
import io.tenantry.sample.events.SampleHappened;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** Buses and event store alone, with handlers that do as they are told. */
@SpringBootConfiguration
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
      "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
      "org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration",
      "org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration"
    })
@EnableConfigurationProperties(TenantryProperties.class)
@ComponentScan({
  "io.tenantry.platform.datafolder",
  "io.tenantry.platform.eventstore",
  "io.tenantry.platform.axon",
  "io.tenantry.idempotency"
})
public class SampleApplication {

  public static ConfigurableApplicationContext start(Path folder) {
    return new SpringApplicationBuilder(SampleApplication.class)
        .web(WebApplicationType.NONE)
        .properties("tenantry.data-dir=" + folder)
        // there are no read models here to be ready
        .run("--management.endpoint.health.group.readiness.include=readinessState");
  }

  @Bean
  CostlyWork costlyWork() {
    return new CostlyWork(2, 64, Duration.ofSeconds(5));
  }

  @Bean
  Handlers handlers(EventStore store) {
    return new Handlers(store);
  }

  @Bean
  LateWriter lateWriter(CommandGateway gateway) {
    return new LateWriter(gateway);
  }

  record Handlers(EventStore store) {

    @CommandHandler
    void handle(SampleCommand command) {
      for (int i = 0; i < command.events(); i++) {
        long sequence = command.sequence() + i;
        store.publish(
            new GenericDomainEventMessage<>(
                "Sample", command.aggregate(), sequence, new SampleHappened("x", sequence)));
      }
    }

    @CommandHandler
    void refuse(Refuse command) {
      throw command.refusal();
    }

    @CommandHandler
    void forget(WithoutRule command) {
      throw new AssertionError("handled without a rule");
    }

    @QueryHandler
    String answer(Refuse query) {
      throw query.refusal();
    }

    @QueryHandler
    String forget(WithoutRule query, UnitOfWork<?> unitOfWork) {
      throw new AssertionError("answered without a rule");
    }
  }

  /** Like a processor that ends its batch while it stops. */
  static final class LateWriter implements SmartLifecycle {

    private final CommandGateway gateway;
    private volatile boolean running;
    private volatile boolean written;

    LateWriter(CommandGateway gateway) {
      this.gateway = gateway;
    }

    boolean written() {
      return written;
    }

    @Override
    public void start() {
      running = true;
    }

    @Override
    public void stop() {
      gateway.sendAndWait(WiringTest.bySystem(new SampleCommand("late", 0, 1)));
      written = true;
      running = false;
    }

    @Override
    public boolean isRunning() {
      return running;
    }

    @Override
    public int getPhase() {
      return ShutdownOrder.PROCESSORS;
    }
  }
}
