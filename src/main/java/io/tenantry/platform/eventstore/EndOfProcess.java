package io.tenantry.platform.eventstore;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends this process in order, with exit code 1, once another has its event store: what it keeps in
 * memory, who may come in among it, could be outdated from then on. Whoever runs it starts it
 * again, and is told then why it cannot serve.
 */
final class EndOfProcess implements Runnable {

  private final ConfigurableApplicationContext context;
  private final AtomicBoolean called = new AtomicBoolean();

  EndOfProcess(ConfigurableApplicationContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    if (!called.getAndSet(true)) {
      // closing waits for the writer, which is who calls; it is a daemon, whose threads would be
      // too
      Thread.ofPlatform()
          .name("end")
          .daemon(false)
          .start(() -> System.exit(SpringApplication.exit(context, () -> 1)));
    }
  }
}
