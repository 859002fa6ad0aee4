package io.tenantry.tenant.read;

import io.tenantry.projection.OnPostgresReadStore;
import java.nio.ByteBuffer;
import java.util.BitSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By {@code LIKE}, which uses the index over trigrams where the server has one. */
@Component
@OnPostgresReadStore
class PostgresTenantSearch implements TenantSearch {

  /** One row with all ids in four bytes each: the driver would hold many rows all at once. */
  private static final String FIND =
      "SELECT coalesce(string_agg(int4send(id::int), ''), '') FROM tenants"
          + " WHERE search_text LIKE ? ESCAPE '!' AND id >= ? AND id < ?";

  private final JdbcClient jdbc;

  PostgresTenantSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public BitSet find(String keyword, int from, int to) {
    var found =
        ByteBuffer.wrap(
            jdbc.sql(FIND).params(containing(keyword), from, to).query(byte[].class).single());
    var ids = new BitSet();
    while (found.hasRemaining()) {
      ids.set(found.getInt());
    }
    return ids;
  }

  private static String containing(String keyword) {
    return "%" + keyword.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
