package io.tenantry.tenant.read;

import io.tenantry.projection.OnEmbeddedReadStore;
import java.util.BitSet;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By the trigrams of the keyword; one that has none is looked for in each text. */
@Component
@OnEmbeddedReadStore
class SqliteTenantSearch implements TenantSearch {

  private static final int TRIGRAM = 3;

  private static final String BY_INDEX =
      "SELECT rowid FROM tenants_search WHERE tenants_search MATCH ? AND rowid >= ? AND rowid < ?";

  private static final String BY_TEXT =
      "SELECT id FROM tenants WHERE instr(search_text, ?) > 0 AND id >= ? AND id < ?";

  private final JdbcClient jdbc;

  SqliteTenantSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public BitSet find(String keyword, int from, int to) {
    boolean indexed = keyword.codePointCount(0, keyword.length()) >= TRIGRAM;
    var ids = new BitSet();
    RowCallbackHandler found = row -> ids.set(row.getInt(1));
    jdbc.sql(indexed ? BY_INDEX : BY_TEXT)
        .params(indexed ? phrase(keyword) : keyword, from, to)
        .query(found);
    return ids;
  }

  /** A string of FTS5, in which nothing but the quote means anything. */
  private static String phrase(String keyword) {
    return '"' + keyword.replace("\"", "\"\"") + '"';
  }
}
