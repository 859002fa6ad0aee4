package io.tenantry.api.tenants;

import io.tenantry.access.FirstApiKeys;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Pages;
import io.tenantry.api.support.Queries;
import io.tenantry.tenant.FindTenant;
import io.tenantry.tenant.ListTenants;
import io.tenantry.tenant.ListTenantsAfter;
import io.tenantry.tenant.TenantView;
import io.tenantry.usage.StorageUsed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Joins tenants, what they use, and the keys with which they came. */
@Component
class TenantReader {

  private static final int STREAMED_AT_ONCE = 500;

  private final Queries queries;

  TenantReader(Queries queries) {
    this.queries = queries;
  }

  TenantData shown(TenantView tenant, Caller caller) {
    return shown(List.of(tenant), caller).getFirst();
  }

  /** As if that tenant were the only one there is. */
  TenantPage alone(long tenantId, int page, int pageSize, Caller caller) {
    var tenant = queries.ask(new FindTenant(String.valueOf(tenantId)), TenantView.class, caller);
    return new TenantPage(
        page == 1 ? List.of(shown(tenant, caller)) : List.of(), 1, page, pageSize);
  }

  TenantPage page(ListTenants query, Caller caller) {
    var found = queries.ask(query, ListTenants.Result.class, caller);
    return new TenantPage(
        shown(found.tenants(), caller), found.total(), query.page(), query.pageSize());
  }

  Stream<TenantData> all(Caller caller) {
    return Pages.all(
        last -> {
          var query = new ListTenantsAfter(last == null ? 0 : last.id(), STREAMED_AT_ONCE);
          return shown(queries.ask(query, ListTenantsAfter.Result.class, caller).tenants(), caller);
        });
  }

  private List<TenantData> shown(List<TenantView> tenants, Caller caller) {
    if (tenants.isEmpty()) {
      return List.of();
    }
    var ids = tenants.stream().map(TenantView::id).collect(Collectors.toSet());
    var used = queries.ask(new StorageUsed(ids), StorageUsed.Result.class, caller);
    var keys = queries.ask(new FirstApiKeys(ids), FirstApiKeys.Result.class, caller);
    return tenants.stream()
        .map(tenant -> TenantData.of(tenant, keys.of(tenant.id()), used.of(tenant.id())))
        .toList();
  }
}
