package io.tenantry.model.read;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.model.FindModel;
import io.tenantry.model.ListModels;
import io.tenantry.model.ModelView;
import io.tenantry.projection.DocumentCache;
import java.util.ArrayList;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

@Component
class ModelQueries {

  /** A page ends with the model that passes it, however many were asked for. */
  private static final int BYTES = 1 << 20;

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
    try (var found =
        models.findByTenantIdAndIdGreaterThanOrderByTenantIdAscIdAsc(
            query.tenantId(), query.after(), Limit.of(query.limit() + 1))) {
      var each = found.iterator();
      var views = new ArrayList<ModelView>();
      for (long bytes = 0; bytes < BYTES && views.size() < query.limit() && each.hasNext(); ) {
        var model = each.next();
        bytes += model.bytes();
        views.add(model.view());
      }
      return new ListModels.Result(views, each.hasNext());
    }
  }
}
