package io.tenantry.model.automation;

import static java.util.Objects.requireNonNullElse;

import io.tenantry.model.ListModels;
import io.tenantry.model.ModelCommand.DeleteModel;
import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.projection.Automation;
import io.tenantry.projection.OwnQueries;
import io.tenantry.projection.StoredEvent;
import io.tenantry.tenant.TenantDeletions;
import io.tenantry.tenant.events.TenantDeleted;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class WhenTenantDeletedThenDeleteItsModels implements Automation {

  // a model may be 2 MiB, and a page of them is in memory
  private static final int PAGE = 16;

  private final TenantDeletions deletions;
  private final OwnQueries queries;

  WhenTenantDeletedThenDeleteItsModels(TenantDeletions deletions, OwnQueries queries) {
    this.deletions = deletions;
    this.queries = queries;
  }

  @Override
  public String name() {
    return "automation.models";
  }

  @Override
  public boolean handles(Class<?> payloadType) {
    return payloadType == TenantDeleted.class || payloadType == ModelCreated.class;
  }

  @Override
  public void on(StoredEvent event) {
    switch (event.payload()) {
      case TenantDeleted e ->
          deletions.<String>removeAll(
              event, last -> page(e.tenantId(), last), id -> deletion(e.tenantId(), id));
      case ModelCreated e ->
          deletions.removeIfLate(event, e.tenantId(), deletion(e.tenantId(), e.modelId()));
      default -> {}
    }
  }

  private List<String> page(long tenantId, @Nullable String after) {
    var query = new ListModels(tenantId, requireNonNullElse(after, ""), PAGE);
    return queries.ask(query, ListModels.Result.class).models().stream()
        .map(ModelView::id)
        .toList();
  }

  private static DeleteModel deletion(long tenantId, String modelId) {
    return new DeleteModel(modelId, tenantId, null);
  }
}
