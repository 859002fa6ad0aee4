package io.tenantry.api.tenants;

import io.tenantry.api.support.Pages;
import io.tenantry.api.support.Queries;
import io.tenantry.tenant.ListTenants;
import io.tenantry.tenant.ListTenantsAfter;
import io.tenantry.tenant.TenantView;
import io.tenantry.usage.StorageUsed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Joins tenants and what they use. */
@Component
class TenantReader {

  private static final int STREAMED_AT_ONCE = 500;

  private final Queries queries;

  TenantReader(Queries queries) {
    this.queries = queries;
  }

  TenantData shown(TenantView tenant) {
    return TenantData.of(tenant, used(Set.of(tenant.id())).of(tenant.id()));
  }

  TenantPage page(ListTenants query) {
    var found = queries.ask(query, ListTenants.Result.class);
    return new TenantPage(shown(found.tenants()), found.total(), query.page(), query.pageSize());
  }

  Stream<TenantData> all() {
    return Pages.all(
        last -> {
          var query = new ListTenantsAfter(last == null ? 0 : last.id(), STREAMED_AT_ONCE);
          return shown(queries.ask(query, ListTenantsAfter.Result.class).tenants());
        });
  }

  private List<TenantData> shown(List<TenantView> tenants) {
    if (tenants.isEmpty()) {
      return List.of();
    }
    var used = used(tenants.stream().map(TenantView::id).collect(Collectors.toSet()));
    return tenants.stream().map(tenant -> TenantData.of(tenant, used.of(tenant.id()))).toList();
  }

  private StorageUsed.Result used(Set<Long> tenantIds) {
    return queries.ask(new StorageUsed(tenantIds), StorageUsed.Result.class);
  }
}
