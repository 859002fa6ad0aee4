package io.tenantry.tenant.read;

import java.util.Base64;
import java.util.BitSet;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Which tenants there are among those of {@value #SIZE} successive ids, so that a page by its
 * number and the total are found without reading the tenants before it.
 *
 * @param id the tenants' ids, divided by the size
 * @param active a bit for each id, as Base64 of {@link BitSet#toByteArray}; likewise inactive
 * @param position of the last event of any of these tenants
 */
@Document("tenant_blocks")
@Table("tenant_blocks")
record TenantBlockDocument(@Id long id, String active, String inactive, long position) {

  /** A multiple of 64. */
  static final int SIZE = 4096;

  static TenantBlockDocument empty(long id) {
    return new TenantBlockDocument(id, "", "", 0);
  }

  TenantBlockDocument with(long tenantId, boolean isActive, boolean isInactive, long at) {
    int bit = (int) (tenantId % SIZE);
    return new TenantBlockDocument(
        id, with(active, bit, isActive), with(inactive, bit, isInactive), at);
  }

  private static String with(String bits, int bit, boolean value) {
    var set = BitSet.valueOf(bytes(bits));
    set.set(bit, value);
    return Base64.getEncoder().encodeToString(set.toByteArray());
  }

  static byte[] bytes(String bits) {
    return Base64.getDecoder().decode(bits);
  }
}
