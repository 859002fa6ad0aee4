package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tenantry.engines.Engines;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each engine tells of its commits and reads by the same metrics. */
class EventStoreMetricsTest extends HttpTest {

  private final MeterRegistry metrics = service.bean(MeterRegistry.class);

  EventStoreMetricsTest(Engines engine) {
    super(engine);
  }

  private Timer timer(String name, String... tags) {
    return metrics.get(name).tags(tags).timer();
  }

  @Test
  void givenWrites_whenTheyAreDone_thenTheirCommitsAreTimed() {
    var commits = timer("tenantry.events.commit");
    var groups = metrics.get("tenantry.events.group").summary();
    long before = commits.count();
    double grouped = groups.totalAmount();

    for (int i = 0; i < 3; i++) {
      tenant();
    }

    await(() -> commits.count() >= before + 3 && groups.totalAmount() >= grouped + 3);
    assertThat(commits.max(TimeUnit.NANOSECONDS)).isPositive();
  }

  @Test
  void givenAModel_whenItIsChanged_thenTheReadOfItsEventsIsTimed() {
    var tenant = tenant();
    var model = model(tenant, "{\"name\":\"m\"}");
    var reads = timer("tenantry.events.read", "of", "stream");
    long before = reads.count();

    patch(model, "{\"name\":\"n\"}", "X-Tenant-ID", tenant).is(200);

    assertThat(reads.count()).isGreaterThan(before);
    assertThat(reads.max(TimeUnit.NANOSECONDS)).isPositive();
  }
}
