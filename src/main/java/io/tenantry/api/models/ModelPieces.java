package io.tenantry.api.models;

import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Pages;
import io.tenantry.api.support.Queries;
import io.tenantry.model.ListModels;
import io.tenantry.model.ModelView;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of models, read in pieces of bounded size; for one request. */
final class ModelPieces {

  private final Queries queries;
  private final long tenantId;
  private final Caller caller;
  private int left;
  private boolean more;
  private String last = "";

  ModelPieces(Queries queries, long tenantId, int most, Caller caller) {
    this.queries = queries;
    this.tenantId = tenantId;
    this.left = most;
    this.caller = caller;
  }

  /** The first piece is read at once, so that what fails is told before the answer begins. */
  Stream<ModelView> from(String after) {
    return Pages.all(
        known -> {
          if (known == null) {
            return piece(after);
          }
          return more && left > 0 ? piece(known.id()) : List.of();
        });
  }

  private List<ModelView> piece(String after) {
    var piece = queries.ask(new ListModels(tenantId, after, left), ListModels.Result.class, caller);
    var models = piece.models();
    left -= models.size();
    more = piece.more();
    last = models.isEmpty() ? after : models.getLast().id();
    return models;
  }

  /** The last model of the page, when others follow it. To be asked when all have been read. */
  @Nullable String next() {
    return more ? last : null;
  }
}
