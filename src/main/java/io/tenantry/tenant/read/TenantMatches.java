package io.tenantry.tenant.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The tenants that a keyword matches. What was found is kept in memory with the positions of the
 * blocks at that time, and asked again only for blocks that have changed since: so each page but
 * the first of a keyword that many tenants match costs a page, and a change made by another node is
 * seen as well.
 */
@Component
class TenantMatches {

  private static final int BYTES = 4 << 20;

  /** More changed blocks than this are asked for all at once. */
  private static final int FEW = 4;

  /**
   * @param positions of the blocks, not newer than the ids
   */
  private record Found(BitSet ids, long[] positions) {}

  private final TenantSearch search;
  private final Cache<String, Found> known =
      Caffeine.newBuilder()
          .maximumWeight(BYTES)
          .<String, Found>weigher(TenantMatches::weight)
          .build();

  TenantMatches(TenantSearch search) {
    this.search = search;
  }

  private static int weight(String keyword, Found found) {
    return Character.BYTES * keyword.length()
        + found.ids().size() / Byte.SIZE
        + Long.BYTES * found.positions().length;
  }

  /**
   * The ids of those that match; others, newer than the blocks, may be among them.
   *
   * @param keyword folded, not empty
   */
  BitSet of(String keyword, TenantBlocks blocks) {
    long[] positions = blocks.positions();
    var before = known.getIfPresent(keyword);
    BitSet ids;
    if (before == null) {
      ids = search.find(keyword, 0, Integer.MAX_VALUE);
    } else {
      var changed = changed(before.positions(), positions);
      if (changed.isEmpty()) {
        return before.ids();
      }
      ids =
          changed.size() > FEW
              ? search.find(keyword, 0, Integer.MAX_VALUE)
              : asked(keyword, before.ids(), changed);
    }
    known.put(keyword, new Found(ids, positions));
    return ids;
  }

  private static List<Integer> changed(long[] before, long[] now) {
    var changed = new ArrayList<Integer>();
    for (int block = 0; block < now.length; block++) {
      if (block >= before.length || before[block] != now[block]) {
        changed.add(block);
      }
    }
    return changed;
  }

  private BitSet asked(String keyword, BitSet before, List<Integer> changed) {
    var ids = (BitSet) before.clone();
    for (int block : changed) {
      int from = block * TenantBlockDocument.SIZE;
      int to = from + TenantBlockDocument.SIZE;
      ids.clear(from, to);
      ids.or(search.find(keyword, from, to));
    }
    return ids;
  }
}
