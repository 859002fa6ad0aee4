package io.tenantry.usage.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.projection.EventLog;
import io.tenantry.projection.InMemoryReadModels;
import io.tenantry.projection.Redelivery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UsageProjectorTest {

  private final UsageProjector projector = new UsageProjector();
  private final EventLog log = new EventLog();
  private final Map<Long, Long> truth = new HashMap<>();

  @Test
  void givenAnyHistory_whenEventsComeAgain_thenNoByteIsCountedTwice() {
    happen();
    Redelivery.leavesTheSame(projector, log.all());
  }

  @Test
  void givenAHandlerThatRanTwice_whenRead_thenUsageIsExact() {
    happen();
    var models = new InMemoryReadModels();
    for (var event : log.all()) {
      models.apply(projector, List.of(event));
      models.apply(projector, List.of(event, event));
    }
    assertThat(
            models
                .all(UsageDocument.class)
                .collect(Collectors.toMap(UsageDocument::id, UsageDocument::bytes)))
        .isEqualTo(truth);
  }

  @Test
  void givenEventsWithoutADifference_whenProjected_thenNothingIsCounted() {
    log.add("tenant:1", "payload", Map.of(MetadataKeys.TENANT, "1"));
    log.add("x", "payload", Map.of());
    var models = new InMemoryReadModels();
    models.apply(projector, log.all());
    assertThat(models.contents()).isEmpty();
  }

  private void happen() {
    var random = new Random(7);
    for (int i = 0; i < 150; i++) {
      long tenant = 10_000 + random.nextInt(3);
      long delta = random.nextInt(2_000_000) - 1_000_000;
      truth.merge(tenant, delta, Long::sum);
      log.add(
          "s" + random.nextInt(20),
          "payload",
          Map.of(
              MetadataKeys.TENANT,
              String.valueOf(tenant),
              MetadataKeys.STORAGE_DELTA,
              String.valueOf(delta)));
    }
  }
}
