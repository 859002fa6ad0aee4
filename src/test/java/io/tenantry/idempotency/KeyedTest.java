package io.tenantry.idempotency;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenantry.kernel.Refusals;
import io.tenantry.platform.axon.SampleApplication;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A test on the buses and the event store as they are shipped, in a folder of its own. */
abstract class KeyedTest {

  @TempDir Path folder;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  ConfigurableApplicationContext context;
  Accounts accounts;

  @BeforeEach
  void start() {
    context = SampleApplication.start(folder);
    accounts = context.getBean(Accounts.class);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  Senders senders() {
    return new Senders(context.getBean(CommandBus.class), refusals());
  }

  /** As another process would send: it shares the store, and knows nothing of who sends here. */
  Senders otherProcess() {
    return otherProcess(bus(), Duration.ofSeconds(5));
  }

  Senders otherProcess(CommandBus delegate, Duration duplicatesWait) {
    var duplicates =
        new Duplicates(context.getBean(Records.class), new AttemptMetrics(meters), duplicatesWait);
    return new Senders(new ReplayingCommandBus(delegate, duplicates), refusals());
  }

  /** The bus alone, without what answers duplicates. */
  CommandBus bus() {
    return context.getBean(ReplayingCommandBus.class).delegate();
  }

  private Refusals refusals() {
    return context.getBean(Refusals.class);
  }

  double counted(String outcome) {
    return meters.get("tenantry.idempotency.attempts").tag("outcome", outcome).counter().count();
  }
}
