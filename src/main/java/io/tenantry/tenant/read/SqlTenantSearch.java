package io.tenantry.tenant.read;

import io.tenantry.projection.OnSqlReadStore;
import io.tenantry.tenant.ListTenants;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By {@code LIKE}, in which % and _ of a keyword are escaped. */
@Component
@OnSqlReadStore
class SqlTenantSearch implements TenantSearch {

  private final JdbcClient jdbc;

  SqlTenantSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Long> find(ListTenants query) {
    var where = new Where(query);
    return jdbc.sql("SELECT id FROM tenants" + where.sql + " ORDER BY id LIMIT ? OFFSET ?")
        .params(where.values)
        .param(query.pageSize())
        .param((query.page() - 1L) * query.pageSize())
        .query((row, index) -> row.getLong(1))
        .list();
  }

  @Override
  public long count(ListTenants query) {
    var where = new Where(query);
    return jdbc.sql("SELECT COUNT(*) FROM tenants" + where.sql)
        .params(where.values)
        .query(Long.class)
        .single();
  }

  private static final class Where {

    final List<Object> values = new ArrayList<>();
    final String sql;

    Where(ListTenants query) {
      var conditions = new ArrayList<String>();
      if (query.tenantId() != null) {
        conditions.add("id = ?");
        values.add(query.tenantId());
      }
      if (query.status() != null) {
        conditions.add("status = ?");
        values.add(query.status().name());
      }
      if (query.keyword() != null && !query.keyword().isEmpty()) {
        conditions.add(
            "(name_folded LIKE ? ESCAPE '!' OR slug LIKE ? ESCAPE '!'"
                + " OR description_folded LIKE ? ESCAPE '!')");
        values.addAll(Collections.nCopies(3, containing(Folding.fold(query.keyword()))));
      }
      sql = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static String containing(String keyword) {
      return "%" + keyword.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
  }
}
