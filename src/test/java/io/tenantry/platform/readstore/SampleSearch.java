package io.tenantry.platform.readstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query with criteria that may be absent, which a derived method cannot say. */
interface SampleSearch {

  List<SampleDocument> search(
      @Nullable String keyword, SampleDocument.@Nullable State state, int offset, int limit);
}
