package io.tenantry.access.automation;

import static java.util.Objects.requireNonNullElse;

import io.tenantry.access.ApiKeyCommand.RevokeApiKey;
import io.tenantry.access.ListApiKeys;
import io.tenantry.access.events.ApiKeyCreated;
import io.tenantry.projection.Automation;
import io.tenantry.projection.OwnQueries;
import io.tenantry.projection.StoredEvent;
import io.tenantry.tenant.TenantDeletions;
import io.tenantry.tenant.events.TenantDeleted;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class WhenTenantDeletedThenRevokeItsApiKeys implements Automation {

  private static final int PAGE = 64;

  private final TenantDeletions deletions;
  private final OwnQueries queries;

  WhenTenantDeletedThenRevokeItsApiKeys(TenantDeletions deletions, OwnQueries queries) {
    this.deletions = deletions;
    this.queries = queries;
  }

  @Override
  public String name() {
    return "automation.access";
  }

  @Override
  public boolean handles(Class<?> payloadType) {
    return payloadType == TenantDeleted.class || payloadType == ApiKeyCreated.class;
  }

  @Override
  public void on(StoredEvent event) {
    switch (event.payload()) {
      case TenantDeleted e ->
          deletions.<Long>removeAll(
              event, last -> page(e.tenantId(), last), id -> revocation(e.tenantId(), id));
      case ApiKeyCreated e ->
          deletions.removeIfLate(event, e.tenantId(), revocation(e.tenantId(), e.keyId()));
      default -> {}
    }
  }

  private List<Long> page(long tenantId, @Nullable Long after) {
    var query = new ListApiKeys(tenantId, requireNonNullElse(after, 0L), PAGE);
    return queries.ask(query, ListApiKeys.Result.class).keys().stream()
        .map(found -> found.key().id())
        .toList();
  }

  private static RevokeApiKey revocation(long tenantId, long keyId) {
    return new RevokeApiKey(keyId, tenantId, null);
  }
}
