package io.tenantry.api.models;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One page of models. */
record ModelPage(@Schema(example = "true") boolean success, List<ModelData> data, Meta meta) {

  /**
   * @param nextCursor empty when there are no more
   */
  @Schema(name = "PageMeta")
  record Meta(@Schema(example = "") String nextCursor, boolean hasMore) {}
}
