package io.tenantry.access.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.access.ApiKeyView;
import io.tenantry.access.events.ApiKeyEvent;
import io.tenantry.access.events.ApiKeyExpiryChanged;
import io.tenantry.access.events.ApiKeyRenamed;
import io.tenantry.access.events.ApiKeyRevoked;
import io.tenantry.access.events.ApiKeyRoleChanged;
import io.tenantry.access.events.ApiKeyRotated;
import io.tenantry.projection.EventLog;
import io.tenantry.projection.InMemoryReadModels;
import io.tenantry.projection.Redelivery;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApiKeyProjectorTest {

  private static final long TENANT = 10_000;

  private final ApiKeyProjector projector = new ApiKeyProjector();
  private final EventLog log = new EventLog();
  private final Map<Long, ApiKeyView> truth = new HashMap<>();

  @Test
  void givenAnyHistory_whenEventsComeAgain_thenReadModelsAreTheSame() {
    happen(new Random(8));
    Redelivery.leavesTheSame(projector, log.all());
  }

  @Test
  void givenAnyHistory_whenProjected_thenReadModelsAreAFoldOfTheEvents() {
    happen(new Random(9));
    var models = new InMemoryReadModels();
    models.apply(projector, log.all());
    assertThat(models.all(ApiKeyDocument.class).map(ApiKeyDocument::view))
        .containsExactlyInAnyOrderElementsOf(truth.values());
    assertThat(truth.values()).anyMatch(key -> !key.former().isEmpty());
  }

  private void happen(Random random) {
    long made = 0;
    for (int i = 0; i < 200; i++) {
      if (truth.isEmpty() || random.nextInt(6) == 0) {
        var created = Stored.created(++made, TENANT, random.nextBoolean());
        truth.put(made, ApiKeyView.of(created, add(created)));
      } else {
        var id =
            truth.keySet().stream().skip(random.nextInt(truth.size())).findFirst().orElseThrow();
        var event = next(id, random.nextInt(6), i);
        var at = add(event);
        truth.compute(
            id, (k, v) -> v == null || event instanceof ApiKeyRevoked ? null : v.after(event, at));
      }
    }
  }

  private Instant add(ApiKeyEvent event) {
    return log.add("apikey:" + event.keyId(), event, Map.of()).at();
  }

  private ApiKeyEvent next(long id, int which, int i) {
    long later = log.all().getLast().at().toEpochMilli() + 50;
    return switch (which) {
      case 0 -> new ApiKeyRenamed(id, TENANT, "n" + i);
      case 1 -> new ApiKeyRoleChanged(id, TENANT, "admin");
      case 2 -> new ApiKeyExpiryChanged(id, TENANT, i % 2 == 0 ? null : 1_900_000_000L + i);
      case 3, 4 -> new ApiKeyRotated(id, TENANT, "00" + i, "abcd", "wxyz", later);
      default -> new ApiKeyRevoked(id, TENANT);
    };
  }
}
