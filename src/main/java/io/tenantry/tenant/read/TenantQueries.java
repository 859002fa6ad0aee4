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
import io.tenantry.tenant.TenantStatus;
import io.tenantry.tenant.TenantView;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
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
  private final TenantBlockRepository blocks;
  private final TenantMatches matches;

  TenantQueries(
      TenantDocumentRepository tenants,
      DocumentCache<TenantDocument> cache,
      TenantCounterRepository counter,
      TenantBlockRepository blocks,
      TenantMatches matches) {
    this.tenants = tenants;
    this.cache = cache;
    this.counter = counter;
    this.blocks = blocks;
    this.matches = matches;
  }

  @QueryHandler
  TenantView handle(FindTenant query) {
    return find(query.reference()).orElseThrow(() -> Refusal.noSuchTenant()).view();
  }

  @QueryHandler
  ListTenants.Result handle(ListTenants query) {
    var keyword = TenantDocument.searched(Objects.requireNonNullElse(query.keyword(), ""));
    long before = (query.page() - 1L) * query.pageSize();
    if (query.tenantId() != null) {
      var one = one(query.tenantId(), query.status(), keyword);
      return new ListTenants.Result(before == 0 ? one : List.of(), one.size());
    }
    var ids = ids(query.status(), keyword);
    var page = ids.stream().skip(before).limit(query.pageSize()).asLongStream().boxed().toList();
    return new ListTenants.Result(
        page.isEmpty() ? List.of() : views(tenants.findByIdInOrderByIdAsc(page)),
        ids.cardinality());
  }

  private List<TenantView> one(long id, @Nullable TenantStatus status, String keyword) {
    return byId(id)
        .filter(tenant -> tenant.searchText().contains(keyword))
        .map(TenantDocument::view)
        .filter(tenant -> status == null || status == tenant.status())
        .stream()
        .toList();
  }

  private BitSet ids(@Nullable TenantStatus status, String keyword) {
    var known = new TenantBlocks(blocks.findAllByOrderByIdAsc());
    var ids = known.ids(status);
    if (!keyword.isEmpty()) {
      ids.and(matches.of(keyword, known));
    }
    return ids;
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
