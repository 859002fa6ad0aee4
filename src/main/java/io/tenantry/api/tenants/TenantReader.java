package io.tenantry.api.tenants;

import io.tenantry.access.FirstApiKeys;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Pages;
import io.tenantry.api.support.Queries;
import io.tenantry.kernel.Memory.Part;
import io.tenantry.kernel.RequestMemory;
import io.tenantry.tenant.FindTenant;
import io.tenantry.tenant.ListTenants;
import io.tenantry.tenant.ListTenantsAfter;
import io.tenantry.tenant.TenantView;
import io.tenantry.usage.StorageUsed;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Joins tenants, what they use, and the keys with which they came. */
@Component
class TenantReader {

  /** About what one takes on its way from the store to the answer. */
  private static final int TENANT = 4 << 10;

  private static final int STREAMED_AT_ONCE = 200;

  private final Queries queries;

  TenantReader(Queries queries) {
    this.queries = queries;
  }

  TenantData shown(TenantView tenant, Caller caller) {
    return beside(tenant, caller).with(tenant);
  }

  BesideTenant beside(TenantView tenant, Caller caller) {
    return beside(Set.of(tenant.id()), caller).apply(tenant.id());
  }

  /** As if that tenant were the only one there is. */
  TenantPage alone(long tenantId, int page, int pageSize, Caller caller) {
    var tenant = queries.ask(new FindTenant(String.valueOf(tenantId)), TenantView.class, caller);
    return new TenantPage(
        page == 1 ? List.of(shown(tenant, caller)) : List.of(), 1, page, pageSize);
  }

  TenantPage page(ListTenants query, Caller caller) {
    RequestMemory.take(Part.LIST, (long) TENANT * query.pageSize());
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
    var beside = beside(ids, caller);
    return tenants.stream().map(tenant -> beside.apply(tenant.id()).with(tenant)).toList();
  }

  private LongFunction<BesideTenant> beside(Set<Long> ids, Caller caller) {
    var used = queries.ask(new StorageUsed(ids), StorageUsed.Result.class, caller);
    var keys = queries.ask(new FirstApiKeys(ids), FirstApiKeys.Result.class, caller);
    return id -> new BesideTenant(keys.of(id), used.of(id));
  }
}
