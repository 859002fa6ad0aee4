package io.tenantry.access.read;

import io.tenantry.access.ApiKeyInUse;
import io.tenantry.access.FindApiKey;
import io.tenantry.access.FirstApiKeys;
import io.tenantry.access.ListApiKeys;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.projection.DocumentCache;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

@Component
class ApiKeyQueries {

  private final ApiKeyDocumentRepository keys;
  private final DocumentCache<ApiKeyDocument> cache;
  private final ApiKeyUses uses;

  ApiKeyQueries(
      ApiKeyDocumentRepository keys, DocumentCache<ApiKeyDocument> cache, ApiKeyUses uses) {
    this.keys = keys;
    this.cache = cache;
    this.uses = uses;
  }

  @QueryHandler
  ApiKeyInUse handle(FindApiKey query) {
    var key =
        Optional.ofNullable(
                cache.get(query.keyId(), id -> keys.findById(query.keyId()).orElse(null)))
            .filter(found -> found.tenantId() == query.tenantId())
            .orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "there is no such API key"));
    return inUse(List.of(key)).getFirst();
  }

  @QueryHandler
  ListApiKeys.Result handle(ListApiKeys query) {
    return new ListApiKeys.Result(
        inUse(
            keys.findByTenantIdAndIdGreaterThanOrderByTenantIdAscIdAsc(
                query.tenantId(), query.after(), Limit.of(query.limit()))));
  }

  @QueryHandler
  FirstApiKeys.Result handle(FirstApiKeys query) {
    return new FirstApiKeys.Result(
        keys.findByTenantIdInAndFirst(query.tenantIds(), true).stream()
            .collect(Collectors.toMap(ApiKeyDocument::tenantId, key -> key.secret().mask())));
  }

  private List<ApiKeyInUse> inUse(List<ApiKeyDocument> found) {
    var lastUses = uses.last(found.stream().map(ApiKeyDocument::id).toList());
    return found.stream().map(key -> new ApiKeyInUse(key.view(), lastUses.get(key.id()))).toList();
  }
}
