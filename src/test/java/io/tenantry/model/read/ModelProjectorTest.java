package io.tenantry.model.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelConfigurationChanged;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.model.events.ModelDeleted;
import io.tenantry.model.events.ModelDescribed;
import io.tenantry.model.events.ModelEvent;
import io.tenantry.model.events.ModelRenamed;
import io.tenantry.model.events.ModelSchemaChanged;
import io.tenantry.projection.EventLog;
import io.tenantry.projection.InMemoryReadModels;
import io.tenantry.projection.Redelivery;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelProjectorTest {

  private static final long TENANT = 10_000;

  private final ModelProjector projector = new ModelProjector();
  private final EventLog log = new EventLog();
  private final Map<String, ModelView> truth = new HashMap<>();

  @Test
  void givenAnyHistory_whenEventsComeAgain_thenReadModelsAreTheSame() {
    happen(new Random(3));
    Redelivery.leavesTheSame(projector, log.all());
  }

  @Test
  void givenAnyHistory_whenProjected_thenReadModelsAreAFoldOfTheEvents() {
    happen(new Random(4));
    var models = new InMemoryReadModels();
    models.apply(projector, log.all());
    assertThat(models.all(ModelDocument.class).map(ModelDocument::view))
        .containsExactlyInAnyOrderElementsOf(truth.values());
  }

  private void happen(Random random) {
    int made = 0;
    for (int i = 0; i < 150; i++) {
      if (truth.isEmpty() || random.nextInt(5) == 0) {
        var id = "m" + made++;
        var created = new ModelCreated(id, TENANT, "n", "d", "{}", null);
        truth.put(id, ModelView.of(created, add(created)));
      } else {
        var id =
            truth.keySet().stream().skip(random.nextInt(truth.size())).findFirst().orElseThrow();
        var event = next(id, random.nextInt(5), String.valueOf(i));
        var at = add(event);
        truth.compute(
            id, (k, v) -> v == null || event instanceof ModelDeleted ? null : v.after(event, at));
      }
    }
  }

  private Instant add(ModelEvent event) {
    return log.add("model:" + event.modelId(), event, Map.of()).at();
  }

  private static ModelEvent next(String id, int which, String text) {
    return switch (which) {
      case 0 -> new ModelRenamed(id, TENANT, text);
      case 1 -> new ModelDescribed(id, TENANT, text);
      case 2 -> new ModelConfigurationChanged(id, TENANT, "{\"a\":" + text + "}");
      case 3 -> new ModelSchemaChanged(id, TENANT, "true");
      default -> new ModelDeleted(id, TENANT);
    };
  }
}
