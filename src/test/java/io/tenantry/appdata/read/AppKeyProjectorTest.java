package io.tenantry.appdata.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.appdata.AppKeys;
import io.tenantry.appdata.events.AppKeyCreated;
import io.tenantry.appdata.events.AppKeyDataChanged;
import io.tenantry.appdata.events.AppKeyDeleted;
import io.tenantry.appdata.events.AppKeyEvent;
import io.tenantry.projection.EventLog;
import io.tenantry.projection.InMemoryReadModels;
import io.tenantry.projection.Redelivery;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AppKeyProjectorTest {

  private static final long TENANT = 10_000;

  private final AppKeyProjector projector = new AppKeyProjector();
  private final EventLog log = new EventLog();
  private final Map<String, Map<String, String>> truth = new HashMap<>();

  @Test
  void givenAnyHistory_whenEventsComeAgain_thenReadModelsAreTheSame() {
    for (int seed = 0; seed < 5; seed++) {
      var test = new AppKeyProjectorTest();
      test.happen(new Random(seed), 40 * (seed + 1));
      Redelivery.leavesTheSame(test.projector, test.log.all());
    }
  }

  @Test
  void givenAnyHistory_whenProjected_thenTheyHoldWhatIsThere() {
    var random = new Random(42);
    for (int i = 0; i < 300; i++) {
      happen(random, 1);
      var models = new InMemoryReadModels();
      models.apply(projector, log.all());
      holdsTheTruth(models);
    }
  }

  private void holdsTheTruth(InMemoryReadModels models) {
    assertThat(
            models
                .all(ApplicationDocument.class)
                .collect(
                    Collectors.toMap(
                        ApplicationDocument::applicationId, ApplicationDocument::keyCount)))
        .isEqualTo(
            truth.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, e -> (long) e.getValue().size())));
    for (var application : truth.entrySet()) {
      assertThat(
              models
                  .all(AppKeyDocument.class)
                  .filter(d -> d.applicationId().equals(application.getKey()))
                  .collect(Collectors.toMap(AppKeyDocument::keyName, AppKeyDocument::data)))
          .isEqualTo(application.getValue());
      assertThat(
              models
                  .all(AppKeyNameDocument.class)
                  .filter(d -> d.applicationId().equals(application.getKey()))
                  .map(AppKeyNameDocument::keyName))
          .containsExactlyInAnyOrderElementsOf(application.getValue().keySet());
    }
  }

  private void happen(Random random, int events) {
    for (int i = 0; i < events; i++) {
      var application = "app" + random.nextInt(2);
      var key = "key" + random.nextInt(3);
      var keys = truth.computeIfAbsent(application, a -> new HashMap<>());
      var data = "data" + i;
      AppKeyEvent event;
      if (!keys.containsKey(key)) {
        event = new AppKeyCreated(TENANT, application, key, data);
        keys.put(key, data);
      } else if (random.nextInt(3) == 0) {
        event = new AppKeyDataChanged(TENANT, application, key, data);
        keys.put(key, data);
      } else {
        event = new AppKeyDeleted(TENANT, application, key);
        keys.remove(key);
      }
      log.add(AppKeys.streamId(TENANT, application, key), event, Map.of());
    }
  }
}
