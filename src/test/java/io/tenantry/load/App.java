package io.tenantry.load;

import io.tenantry.ShippedClassesOnly;
import io.tenantry.Tenantry;
import io.tenantry.engines.Engines;
import io.tenantry.platform.processors.EventProcessors;
import io.tenantry.projection.ReadModels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The service in this process, on a port of its own. */
final class App implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(60);

  final Timings waits;
  final int port;
  private final ConfigurableApplicationContext context;
  private final Path folder;

  private App(ConfigurableApplicationContext context, Timings waits, Path folder) {
    this.folder = folder;
    this.context = context;
    this.waits = waits;
    this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  static App start(Path folder) {
    return start(folder, context -> {});
  }

  static App start(Path folder, Consumer<GenericApplicationContext> more) {
    var waits = new Timings();
    var application = new SpringApplication(Tenantry.class);
    application.setRegisterShutdownHook(false);
    application.addInitializers(
        context -> {
          var beans = (GenericApplicationContext) context;
          beans.getBeanFactory().registerSingleton("mainAlone", new ShippedClassesOnly());
          beans.registerBean(
              "timedReadModels",
              ReadModels.class,
              () ->
                  new TimedReadModels(beans.getBean("readModelProgress", ReadModels.class), waits),
              definition -> definition.setPrimary(true));
          more.accept(beans);
        });
    var engines = Engines.of(folder);
    var arguments = new ArrayList<>(engines.openArguments(folder));
    arguments.add("--server.port=0");
    arguments.add("--tenantry.auth-failures-per-minute=0");
    arguments.add("--logging.level.root=warn");
    var app = new App(application.run(arguments.toArray(String[]::new)), waits, folder);
    if (!engines.givesDefaultTenant()) {
      Api.makeDefaultTenant(app.port);
    }
    return app;
  }

  EventStore events() {
    return context.getBean(EventStore.class);
  }

  /**
   * Waits until projections and automations have dealt with everything, their own doing included.
   */
  void awaitQuiet() {
    var processors = context.getBean(EventProcessors.class);
    Awaitility.await()
        .atMost(SOON)
        .until(
            () -> {
              long head = events().createHeadToken().position().orElse(0);
              return processors.status().stream().allMatch(each -> each.position() >= head);
            });
  }

  @Override
  public void close() {
    context.close();
    Engines.of(folder).closed(folder);
  }
}
