package io.tenantry.platform.processors;

import io.tenantry.projection.ReadModels;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Out of service until the projections have reached the head that this process found. */
final class ReadModelsHealthIndicator implements HealthIndicator {

  private final ReadModels readModels;
  private final EventProcessors processors;

  ReadModelsHealthIndicator(ReadModels readModels, EventProcessors processors) {
    this.readModels = readModels;
    this.processors = processors;
  }

  @Override
  public Health health() {
    Health.Builder health = readModels.caughtUp() ? Health.up() : Health.outOfService();
    processors.status().forEach(each -> health.withDetail(each.name(), each));
    return health.build();
  }
}
