package io.tenantry.appdata.automation;

import static java.util.Objects.requireNonNullElse;

import io.tenantry.appdata.AppKeyCommand.DeleteAppKey;
import io.tenantry.appdata.ListAppKeys;
import io.tenantry.appdata.ListApplications;
import io.tenantry.appdata.events.AppKeyCreated;
import io.tenantry.projection.Automation;
import io.tenantry.projection.OwnQueries;
import io.tenantry.projection.StoredEvent;
import io.tenantry.tenant.TenantDeletions;
import io.tenantry.tenant.events.TenantDeleted;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class WhenTenantDeletedThenDeleteItsAppKeys implements Automation {

  private static final int PAGE = 64;

  private final TenantDeletions deletions;
  private final OwnQueries queries;

  WhenTenantDeletedThenDeleteItsAppKeys(TenantDeletions deletions, OwnQueries queries) {
    this.deletions = deletions;
    this.queries = queries;
  }

  @Override
  public String name() {
    return "automation.appdata";
  }

  @Override
  public boolean handles(Class<?> payloadType) {
    return payloadType == TenantDeleted.class || payloadType == AppKeyCreated.class;
  }

  @Override
  public void on(StoredEvent event) {
    switch (event.payload()) {
      case TenantDeleted e ->
          deletions.<String>forEachPage(
              event,
              last -> applications(e.tenantId(), last),
              page -> page.forEach(application -> deleteAll(e.tenantId(), application, event)));
      case AppKeyCreated e ->
          deletions.removeIfLate(
              event,
              e.tenantId(),
              new DeleteAppKey(e.tenantId(), e.applicationId(), e.key(), null));
      default -> {}
    }
  }

  private void deleteAll(long tenantId, String application, StoredEvent deletion) {
    deletions.<String>removeAll(
        deletion,
        last -> keys(tenantId, application, last),
        key -> new DeleteAppKey(tenantId, application, key, null));
  }

  private List<String> applications(long tenantId, @Nullable String after) {
    var query = new ListApplications(tenantId, requireNonNullElse(after, ""), PAGE);
    return queries.ask(query, ListApplications.Result.class).applicationIds();
  }

  private List<String> keys(long tenantId, String application, @Nullable String after) {
    var query = new ListAppKeys(tenantId, application, requireNonNullElse(after, ""), PAGE);
    return queries.ask(query, ListAppKeys.Result.class).keys();
  }
}
