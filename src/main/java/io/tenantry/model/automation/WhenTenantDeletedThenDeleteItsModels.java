package io.tenantry.model.automation;

import io.tenantry.kernel.Actor;
import io.tenantry.model.ListModels;
import io.tenantry.model.ModelCommand.DeleteModel;
import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.projection.Automation;
import io.tenantry.projection.FollowUps;
import io.tenantry.projection.OwnQueries;
import io.tenantry.projection.StoredEvent;
import io.tenantry.tenant.Tenants;
import io.tenantry.tenant.events.TenantDeleted;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Events come in one order: what was created before the tenant's deletion is found by it, what was
 * created after it finds its tenant gone.
 */
@Component
class WhenTenantDeletedThenDeleteItsModels implements Automation {

  private static final Actor ACTOR = Actor.system("tenant-deletion");
  // a model may be 2 MiB, and a page of them is in memory
  private static final int PAGE = 16;

  private final FollowUps followUps;
  private final OwnQueries queries;
  private final Tenants tenants;

  WhenTenantDeletedThenDeleteItsModels(FollowUps followUps, OwnQueries queries, Tenants tenants) {
    this.followUps = followUps;
    this.queries = queries;
    this.tenants = tenants;
  }

  @Override
  public String name() {
    return "automation.models";
  }

  @Override
  public void on(StoredEvent event) {
    switch (event.payload()) {
      case TenantDeleted deleted -> deleteAll(deleted.tenantId(), event);
      case ModelCreated created -> deleteIfLate(created, event);
      default -> {}
    }
  }

  private void deleteAll(long tenantId, StoredEvent cause) {
    followUps.awaitReadModels(cause);
    var page = page(tenantId, "");
    while (!page.models().isEmpty()) {
      delete(tenantId, page.models().stream().map(ModelView::id).toList(), cause);
      page = page(tenantId, page.models().getLast().id());
    }
  }

  private void deleteIfLate(ModelCreated created, StoredEvent cause) {
    followUps.awaitReadModels(cause);
    if (!tenants.exists(created.tenantId())) {
      delete(created.tenantId(), List.of(created.modelId()), cause);
    }
  }

  private ListModels.Result page(long tenantId, String after) {
    return queries.ask(new ListModels(tenantId, after, PAGE), ListModels.Result.class);
  }

  private void delete(long tenantId, List<String> modelIds, StoredEvent cause) {
    followUps.remove(
        cause, ACTOR, modelIds.stream().map(id -> new DeleteModel(id, tenantId, null)).toList());
  }
}
