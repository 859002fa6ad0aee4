package io.tenantry.tenant.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenantry.kernel.Refusal;
import io.tenantry.projection.DocumentCache;
import io.tenantry.tenant.FindHighestTenantId;
import io.tenantry.tenant.FindTenant;
import io.tenantry.tenant.ListTenants;
import io.tenantry.tenant.ListTenantsAfter;
import io.tenantry.tenant.Slugs;
import io.tenantry.tenant.TenantView;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

@Component
class TenantQueries {

  // an id has no more digits than a long can hold for certain
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  private static final int SLUGS = 100_000;

  private final TenantDocumentRepository tenants;
  private final DocumentCache<TenantDocument> cache;
  // a slug never leads to another tenant; whether that one is still there is asked by its id
  private final Cache<String, Long> idsBySlug = Caffeine.newBuilder().maximumSize(SLUGS).build();
  private final TenantCounterRepository counter;
  private final TenantSearch search;

  TenantQueries(
      TenantDocumentRepository tenants,
      DocumentCache<TenantDocument> cache,
      TenantCounterRepository counter,
      TenantSearch search) {
    this.tenants = tenants;
    this.cache = cache;
    this.counter = counter;
    this.search = search;
  }

  @QueryHandler
  TenantView handle(FindTenant query) {
    return find(query.reference()).orElseThrow(() -> Refusal.noSuchTenant()).view();
  }

  @QueryHandler
  ListTenants.Result handle(ListTenants query) {
    long total = search.count(query);
    // nothing is counted off to find that a page lies behind the last one
    boolean beyond = (query.page() - 1L) * query.pageSize() >= total;
    var ids = beyond ? List.<Long>of() : search.find(query);
    return new ListTenants.Result(
        ids.isEmpty() ? List.of() : views(tenants.findByIdInOrderByIdAsc(ids)), total);
  }

  @QueryHandler
  ListTenantsAfter.Result handle(ListTenantsAfter query) {
    return new ListTenantsAfter.Result(
        views(tenants.findByIdGreaterThanOrderByIdAsc(query.tenantId(), Limit.of(query.limit()))));
  }

  @QueryHandler
  FindHighestTenantId.Result handle(FindHighestTenantId query) {
    return new FindHighestTenantId.Result(
        counter
            .findById(TenantCounterDocument.ID)
            .map(TenantCounterDocument::highestTenantId)
            .orElse(0L));
  }

  private Optional<TenantDocument> find(String reference) {
    if (ID.matcher(reference).matches()) {
      return byId(Long.parseLong(reference));
    }
    return Slugs.isSlug(reference) ? bySlug(reference) : Optional.empty();
  }

  private Optional<TenantDocument> byId(long id) {
    return Optional.ofNullable(cache.get(id, key -> tenants.findById(id).orElse(null)));
  }

  private Optional<TenantDocument> bySlug(String slug) {
    Long known = idsBySlug.getIfPresent(slug);
    if (known != null) {
      return byId(known);
    }
    var found = tenants.findBySlug(slug);
    found.ifPresent(tenant -> idsBySlug.put(slug, tenant.id()));
    return found;
  }

  private static List<TenantView> views(List<TenantDocument> documents) {
    return documents.stream().map(TenantDocument::view).toList();
  }
}
