package io.tenantry.tenant.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.projection.EventLog;
import io.tenantry.projection.InMemoryReadModels;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.Redelivery;
import io.tenantry.tenant.TenantStatus;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.RetrieverEngine;
import io.tenantry.tenant.events.RetrieverEnginesChanged;
import io.tenantry.tenant.events.SlugTaken;
import io.tenantry.tenant.events.StorageQuotaChanged;
import io.tenantry.tenant.events.TenantActivated;
import io.tenantry.tenant.events.TenantBusinessChanged;
import io.tenantry.tenant.events.TenantDeactivated;
import io.tenantry.tenant.events.TenantDeleted;
import io.tenantry.tenant.events.TenantDescribed;
import io.tenantry.tenant.events.TenantEvent;
import io.tenantry.tenant.events.TenantRegistered;
import io.tenantry.tenant.events.TenantRenamed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenantProjectorTest {

  private final TenantProjector projector = new TenantProjector();
  private final EventLog log = new EventLog();
  private final Map<Long, TenantView> truth = new HashMap<>();
  private long highest = 9_999;

  @Test
  void givenAnyHistory_whenEventsComeAgain_thenReadModelsAreTheSame() {
    happen(new Random(5));
    Redelivery.leavesTheSame(projector, log.all());
  }

  @Test
  void givenAnyHistory_whenProjected_thenReadModelsAreAFoldOfTheEvents() {
    happen(new Random(6));
    var models = new InMemoryReadModels();
    models.apply(projector, log.all());
    assertThat(models.all(TenantDocument.class).map(TenantDocument::view))
        .containsExactlyInAnyOrderElementsOf(truth.values());
    assertThat(models.all(TenantCounterDocument.class))
        .containsExactly(new TenantCounterDocument(TenantCounterDocument.ID, highest));
  }

  @ParameterizedTest
  @EnumSource
  void givenAnyHistory_whenProjected_thenBlocksHaveTheTenantsOfEachStatus(TenantStatus status) {
    happen(new Random(7));
    var models = new InMemoryReadModels();
    models.apply(projector, log.all());
    var expected = truth.values().stream().filter(tenant -> tenant.status() == status);
    assertThat(
            new TenantBlocks(models.all(TenantBlockDocument.class).toList()).ids(status).stream())
        .containsExactlyElementsOf(expected.map(tenant -> (int) tenant.id()).sorted().toList());
  }

  /** On MongoDB these are two writes, and who has seen the block must find the tenant. */
  @Test
  void givenTenantThatIsKnownAlready_whenItsBlockIsNot_thenTheTenantIsStillWrittenFirst() {
    var registered = new TenantRegistered(10_000, null, "a", "", "", List.of(), 1);
    var at = add(registered);
    var known = TenantDocument.of(TenantView.of(registered, at));
    add(new TenantRenamed(10_001, "of one that is deleted"));
    for (var event : log.all()) {
      var written = new ArrayList<Class<?>>();
      projector.project(
          event,
          new ReadModelBatch() {
            @Override
            public <T> @Nullable T find(Class<T> type, Object id) {
              return id.equals(known.id()) && type.isInstance(known) ? type.cast(known) : null;
            }

            @Override
            public void put(Object document) {
              written.add(document.getClass());
            }

            @Override
            public void remove(Class<?> type, Object id) {
              written.add(type);
            }
          });
      written.remove(TenantCounterDocument.class);
      assertThat(written).containsExactly(TenantDocument.class, TenantBlockDocument.class);
    }
  }

  private void happen(Random random) {
    for (int i = 0; i < 200; i++) {
      if (truth.isEmpty() || random.nextInt(6) == 0) {
        var slug = random.nextBoolean() ? "s" + i : null;
        var registered = new TenantRegistered(++highest, slug, "Ä", "d", "b", List.of(), 1_000);
        truth.put(highest, TenantView.of(registered, add(registered)));
        if (slug != null) {
          log.add("slug:" + slug, new SlugTaken(slug, highest), Map.of());
        }
      } else {
        var id =
            truth.keySet().stream().skip(random.nextInt(truth.size())).findFirst().orElseThrow();
        var event = next(id, random.nextInt(8), String.valueOf(i));
        var at = add(event);
        truth.compute(
            id, (k, v) -> v == null || event instanceof TenantDeleted ? null : v.after(event, at));
      }
    }
  }

  private Instant add(TenantEvent event) {
    return log.add("tenant:" + event.tenantId(), event, Map.of()).at();
  }

  private static TenantEvent next(long id, int which, String text) {
    return switch (which) {
      case 0 -> new TenantRenamed(id, text);
      case 1 -> new TenantDescribed(id, text);
      case 2 -> new TenantBusinessChanged(id, text);
      case 3 -> new TenantActivated(id);
      case 4 -> new TenantDeactivated(id);
      case 5 -> new RetrieverEnginesChanged(id, List.of(new RetrieverEngine("t", text)));
      case 6 -> new StorageQuotaChanged(id, text.length());
      default -> new TenantDeleted(id);
    };
  }
}
