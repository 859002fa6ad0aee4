package io.tenantry.idempotency;

import io.tenantry.kernel.Outcomes;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

  private static final Duration DUPLICATES_WAIT = Duration.ofSeconds(5);

  @Bean
  KnownOutcomes knownOutcomes(ObjectProvider<Outcomes<?>> modules) {
    return new KnownOutcomes(modules.stream().toList());
  }

  @Bean
  Duplicates duplicates(Records records, AttemptMetrics metrics) {
    return new Duplicates(records, metrics, DUPLICATES_WAIT);
  }
}
