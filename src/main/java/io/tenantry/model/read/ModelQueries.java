package io.tenantry.model.read;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.model.FindModel;
import io.tenantry.model.ListModels;
import io.tenantry.model.ModelView;
import io.tenantry.projection.DocumentCache;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

@Component
class ModelQueries {

  private final ModelDocumentRepository models;

  private final DocumentCache<ModelDocument> cache;

  ModelQueries(ModelDocumentRepository models, DocumentCache<ModelDocument> cache) {
    this.models = models;
    this.cache = cache;
  }

  @QueryHandler
  ModelView handle(FindModel query) {
    return Optional.ofNullable(
            cache.get(query.modelId(), key -> models.findById(query.modelId()).orElse(null)))
        .filter(model -> model.tenantId() == query.tenantId())
        .orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "there is no such model"))
        .view();
  }

  @QueryHandler
  ListModels.Result handle(ListModels query) {
    // one more than asked for tells whether there are others
    var found =
        models.findByTenantIdAndIdGreaterThanOrderByTenantIdAscIdAsc(
            query.tenantId(), query.after(), Limit.of(query.limit() + 1));
    return new ListModels.Result(
        found.stream().limit(query.limit()).map(ModelDocument::view).toList(),
        found.size() > query.limit());
  }
}
