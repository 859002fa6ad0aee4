package io.tenantry.appdata.read;

import io.tenantry.appdata.AppKeyView;
import io.tenantry.appdata.AppKeys;
import io.tenantry.appdata.FindAppKey;
import io.tenantry.appdata.ListAppKeys;
import io.tenantry.appdata.ListApplications;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.projection.DocumentCache;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

@Component
class AppKeyQueries {

  private final AppKeyDocumentRepository appKeys;
  private final DocumentCache<AppKeyDocument> cache;
  private final AppKeyNameRepository names;
  private final ApplicationRepository applications;

  AppKeyQueries(
      AppKeyDocumentRepository appKeys,
      DocumentCache<AppKeyDocument> cache,
      AppKeyNameRepository names,
      ApplicationRepository applications) {
    this.appKeys = appKeys;
    this.cache = cache;
    this.names = names;
    this.applications = applications;
  }

  @QueryHandler
  AppKeyView handle(FindAppKey query) {
    var id = AppKeys.streamId(query.tenantId(), query.applicationId(), query.key());
    return Optional.ofNullable(cache.get(id, key -> appKeys.findById(id).orElse(null)))
        .orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "there is no such key"))
        .view();
  }

  @QueryHandler
  ListApplications.Result handle(ListApplications query) {
    var found =
        applications.findByTenantIdAndApplicationIdGreaterThanOrderByTenantIdAscApplicationIdAsc(
            query.tenantId(), query.after(), Limit.of(query.limit() + 1));
    return new ListApplications.Result(
        found.stream().limit(query.limit()).map(ApplicationDocument::applicationId).toList(),
        found.size() > query.limit());
  }

  @QueryHandler
  ListAppKeys.Result handle(ListAppKeys query) {
    var found = names(query, query.after(), query.limit() + 1);
    return new ListAppKeys.Result(
        found.stream().limit(query.limit()).map(AppKeyNameDocument::keyName).toList(),
        found.size() > query.limit(),
        // a page may be empty because all after the cursor is deleted
        !found.isEmpty() || (!query.after().isEmpty() && !names(query, "", 1).isEmpty()));
  }

  private List<AppKeyNameDocument> names(ListAppKeys query, String after, int limit) {
    return names
        .findByTenantIdAndApplicationIdAndKeyNameGreaterThanOrderByTenantIdAscApplicationIdAscKeyNameAsc(
            query.tenantId(), query.applicationId(), after, Limit.of(limit));
  }
}
