package io.tenantry.tenant.read;

import java.util.BitSet;

/** Finds tenants by their search text, on whichever store there is. */
interface TenantSearch {

  /**
   * The ids, from the first to before the last, of those whose text contains the keyword.
   *
   * @param keyword folded, not empty
   */
  BitSet find(String keyword, int from, int to);
}
