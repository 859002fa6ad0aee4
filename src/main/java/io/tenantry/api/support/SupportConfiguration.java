package io.tenantry.api.support;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenantry.access.AccessChanges;
import io.tenantry.access.SealedSecrets;
import io.tenantry.idempotency.Replays;
import io.tenantry.kernel.Refusals;
import io.tenantry.kernel.Secrets;
import io.tenantry.projection.ReadModels;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the surfaces share, as beans; here, so that its classes need not be public. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, FallbackErrors.class, ProblemPages.class, Home.class})
public class SupportConfiguration {

  @Bean
  WebJson webJson() {
    return new WebJson();
  }

  @Bean
  RefusedRequests refusedRequests(MeterRegistry registry) {
    return new RefusedRequests(registry);
  }

  @Bean
  Failures failures(Refusals refusals) {
    return new Failures(refusals);
  }

  @Bean
  Repetitions repetitions(Commands commands, Failures failures) {
    return new Repetitions(commands, failures);
  }

  @Bean
  Problems problems(
      ObjectProvider<Surface> surfaces, WebJson json, Failures failures, RefusedRequests refused) {
    return new Problems(surfaces.orderedStream().toList(), json, failures, refused);
  }

  @Bean
  Commands commands(
      CommandGateway gateway,
      Refusals refusals,
      ReadModels readModels,
      ConsistencyWait wait,
      AccessChanges accessChanges,
      Replays replays,
      SealedSecrets sealed,
      MeterRegistry registry) {
    return new Commands(
        gateway,
        refusals,
        new ConsistencyWaits("write", readModels, wait, registry),
        accessChanges,
        replays,
        new ShownSecrets(sealed));
  }

  @Bean
  Queries queries(QueryGateway gateway, Refusals refusals) {
    return new Queries(gateway, refusals);
  }

  @Bean
  Tenancy tenancy(Queries queries, RefusedRequests refused) {
    return new Tenancy(queries, refused);
  }

  @Bean
  Cursors cursors(Secrets secrets) {
    return new Cursors(secrets.derive("cursors"));
  }

  @Bean
  WebMvcConfigurer strictRequests(
      WebJson json,
      ReadModels readModels,
      ConsistencyWait wait,
      Tenancy tenancy,
      MeterRegistry registry,
      @Value("${server.compression.enabled:false}") boolean compresses) {
    var waits = new ConsistencyWaits("read", readModels, wait, registry);
    return new StrictRequests(json, new ConsistencyToken(waits), tenancy, compresses);
  }
}
