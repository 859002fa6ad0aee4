package io.tenantry.appdata.automation;

import io.tenantry.appdata.AppKeyCommand.DeleteAppKey;
import io.tenantry.appdata.ListAppKeys;
import io.tenantry.appdata.ListApplications;
import io.tenantry.appdata.events.AppKeyCreated;
import io.tenantry.kernel.Actor;
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
class WhenTenantDeletedThenDeleteItsAppKeys implements Automation {

  private static final Actor ACTOR = Actor.system("tenant-deletion");
  private static final int PAGE = 64;

  private final FollowUps followUps;
  private final OwnQueries queries;
  private final Tenants tenants;

  WhenTenantDeletedThenDeleteItsAppKeys(FollowUps followUps, OwnQueries queries, Tenants tenants) {
    this.followUps = followUps;
    this.queries = queries;
    this.tenants = tenants;
  }

  @Override
  public String name() {
    return "automation.appdata";
  }

  @Override
  public void on(StoredEvent event) {
    switch (event.payload()) {
      case TenantDeleted deleted -> deleteAll(deleted.tenantId(), event);
      case AppKeyCreated created -> deleteIfLate(created, event);
      default -> {}
    }
  }

  private void deleteAll(long tenantId, StoredEvent cause) {
    followUps.awaitReadModels(cause);
    var page = applications(tenantId, "");
    while (!page.isEmpty()) {
      page.forEach(applicationId -> deleteAll(tenantId, applicationId, cause));
      page = applications(tenantId, page.getLast());
    }
  }

  private void deleteAll(long tenantId, String applicationId, StoredEvent cause) {
    var page = keys(tenantId, applicationId, "");
    while (!page.isEmpty()) {
      delete(tenantId, applicationId, page, cause);
      page = keys(tenantId, applicationId, page.getLast());
    }
  }

  private void deleteIfLate(AppKeyCreated created, StoredEvent cause) {
    followUps.awaitReadModels(cause);
    if (!tenants.exists(created.tenantId())) {
      delete(created.tenantId(), created.applicationId(), List.of(created.key()), cause);
    }
  }

  private List<String> applications(long tenantId, String after) {
    return queries
        .ask(new ListApplications(tenantId, after, PAGE), ListApplications.Result.class)
        .applicationIds();
  }

  private List<String> keys(long tenantId, String applicationId, String after) {
    return queries
        .ask(new ListAppKeys(tenantId, applicationId, after, PAGE), ListAppKeys.Result.class)
        .keys();
  }

  private void delete(long tenantId, String applicationId, List<String> keys, StoredEvent cause) {
    followUps.remove(
        cause,
        ACTOR,
        keys.stream().map(key -> new DeleteAppKey(tenantId, applicationId, key, null)).toList());
  }
}
