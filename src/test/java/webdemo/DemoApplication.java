package webdemo;

import io.tenantry.access.AccessChanges;
import io.tenantry.access.ApiKeyToken;
import io.tenantry.access.SealedSecrets;
import io.tenantry.api.appdata.Surfaces;
import io.tenantry.api.support.SupportConfiguration;
import io.tenantry.api.support.Surface;
import io.tenantry.idempotency.Replays;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import io.tenantry.kernel.Secrets;
import io.tenantry.platform.ClockConfiguration;
import io.tenantry.platform.TenantryProperties;
import io.tenantry.platform.openapi.OpenApiConfiguration;
import io.tenantry.platform.security.SecurityConfiguration;
import io.tenantry.platform.web.StartFailureReporter;
import io.tenantry.platform.web.WebConfiguration;
import io.tenantry.projection.OwnQueries;
import io.tenantry.projection.ReadModels;
import io.tenantry.tenant.FindTenant;
import io.tenantry.tenant.TenantView;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The shared part of the web, with buses and read models that obey the test. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(TenantryProperties.class)
@Import({
  SupportConfiguration.class,
  AccessChanges.class,
  OwnQueries.class,
  DemoKeys.class,
  ClockConfiguration.class,
  SecurityConfiguration.class,
  WebConfiguration.class,
  OpenApiConfiguration.class,
  Demo.class,
  AppKeys.class
})
class DemoApplication {

  public static void main(String[] arguments) {
    try {
      start(arguments);
    } catch (RuntimeException e) {
      if (StartFailureReporter.explain(e) == null) {
        throw e;
      }
      System.exit(1);
    }
  }

  static ConfigurableApplicationContext start(String... arguments) {
    SpringApplication application = new SpringApplication(DemoApplication.class);
    application.setDefaultProperties(Map.of("spring.autoconfigure.exclude", engines()));
    var all = Arrays.copyOf(arguments, arguments.length + 1);
    // there are no read models here to be ready
    all[arguments.length] = "--management.endpoint.health.group.readiness.include=readinessState";
    return application.run(all);
  }

  /** The auto-configurations of engines, which the web does not need. */
  private static String engines() {
    return StreamSupport.stream(
            ImportCandidates.load(AutoConfiguration.class, DemoApplication.class.getClassLoader())
                .spliterator(),
            false)
        .filter(name -> name.matches("org\\.axonframework\\..*|.*(jdbc|flyway|mongo|\\.data\\.).*"))
        .collect(Collectors.joining(","));
  }

  /** Reaches whatever is below 1000, unless told so; is still starting while told so. */
  static final class TestReadModels implements ReadModels {
    volatile boolean caughtUp = true;
    volatile long reached = 1000;

    @Override
    public boolean await(long position, Duration atMost) {
      return position < reached;
    }

    @Override
    public boolean caughtUp() {
      return caughtUp;
    }
  }

  @Bean
  TestReadModels readModels() {
    return new TestReadModels();
  }

  @Bean
  Surface appKeysSurface() {
    return Surfaces.appKeys();
  }

  @Bean
  Secrets secrets() {
    return purpose -> new byte[32];
  }

  @Bean
  Replays replays() {
    return attempt -> null;
  }

  @Bean
  SealedSecrets sealedSecrets() {
    return new SealedSecrets() {
      @Override
      public @Nullable String seal(ApiKeyToken token, String opener) {
        return null;
      }

      @Override
      public @Nullable ApiKeyToken open(String name, String opener) {
        return null;
      }

      @Override
      public void forget(String name) {}
    };
  }

  @Bean
  Refusals refusals() {
    return DemoApplication::find;
  }

  private static @Nullable Refusal find(Throwable thrown) {
    for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Refusal refusal) {
        return refusal;
      }
    }
    return null;
  }

  @Bean
  CommandGateway commandGateway() {
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    bus.subscribe(
        Demo.Order.class.getName(),
        (CommandMessage<?> message) -> obey(((Demo.Order) message.getPayload()).what()));
    bus.subscribe(
        Demo.Make.class.getName(),
        (CommandMessage<?> message) -> obey(((Demo.Make) message.getPayload()).what()));
    return DefaultCommandGateway.builder().commandBus(bus).build();
  }

  private static Object obey(String what) {
    return switch (what) {
      case "refused" ->
          throw new IllegalArgumentException(Refusal.of(RefusalCode.QUOTA_EXCEEDED, "it is full"));
      case "busy" -> throw Refusal.retryAfter(RefusalCode.TOO_MANY_REQUESTS, "slow down", 7);
      case "fault" -> throw new IllegalStateException("the secret inner message");
      default ->
          new GenericCommandResultMessage<>(what)
              .withMetaData(Map.of(MetadataKeys.POSITION, what.equals("pending") ? "1000" : "42"));
    };
  }

  @Bean
  QueryGateway queryGateway() {
    SimpleQueryBus bus = SimpleQueryBus.builder().build();
    bus.subscribe(
        Demo.Question.class.getName(),
        String.class,
        (QueryMessage<?, String> message) -> reply((Demo.Question) message.getPayload()));
    bus.subscribe(
        FindTenant.class.getName(),
        TenantView.class,
        (QueryMessage<?, TenantView> message) ->
            DemoKeys.tenant(((FindTenant) message.getPayload()).reference()));
    return DefaultQueryGateway.builder().queryBus(bus).build();
  }

  private static String reply(Demo.Question question) {
    if (question.what().equals("missing")) {
      throw Refusal.of(RefusalCode.TENANT_NOT_FOUND, "no such tenant");
    }
    return question.what();
  }
}
