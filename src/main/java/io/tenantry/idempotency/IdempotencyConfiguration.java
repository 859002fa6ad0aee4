package io.tenantry.idempotency;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

  private static final Duration DUPLICATES_WAIT = Duration.ofSeconds(5);

  @Bean
  Duplicates duplicates(Records records, AttemptMetrics metrics) {
    return new Duplicates(records, metrics, DUPLICATES_WAIT);
  }
}
