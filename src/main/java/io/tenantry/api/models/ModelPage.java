package io.tenantry.api.models;

import java.util.List;

/** One page of models. */
record ModelPage(boolean success, List<ModelData> data, Meta meta) {

  /**
   * @param nextCursor empty when there are no more
   */
  record Meta(String nextCursor, boolean hasMore) {}
}
