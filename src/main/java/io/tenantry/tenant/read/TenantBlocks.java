package io.tenantry.tenant.read;

import io.tenantry.tenant.TenantStatus;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which tenants there are, by all their blocks. */
final class TenantBlocks {

  private static final int BYTES = TenantBlockDocument.SIZE / Byte.SIZE;

  private final List<TenantBlockDocument> blocks;
  private final int end;

  /**
   * @param blocks by id
   */
  TenantBlocks(List<TenantBlockDocument> blocks) {
    this.blocks = blocks;
    end = blocks.isEmpty() ? 0 : Math.toIntExact(blocks.getLast().id() + 1);
  }

  /** The ids of those that have the status, of all where it is null. */
  BitSet ids(@Nullable TenantStatus status) {
    var ids = status == TenantStatus.INACTIVE ? new BitSet() : ids(TenantBlockDocument::active);
    if (status != TenantStatus.ACTIVE) {
      ids.or(ids(TenantBlockDocument::inactive));
    }
    return ids;
  }

  private BitSet ids(Function<TenantBlockDocument, String> bits) {
    var bytes = ByteBuffer.allocate(end * BYTES);
    for (var block : blocks) {
      bytes.put((int) block.id() * BYTES, TenantBlockDocument.bytes(bits.apply(block)));
    }
    return BitSet.valueOf(bytes);
  }

  /** By the number of the block, the position of the last event of its tenants; 0 without one. */
  long[] positions() {
    var positions = new long[end];
    blocks.forEach(block -> positions[(int) block.id()] = block.position());
    return positions;
  }
}
