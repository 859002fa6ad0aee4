package io.tenantry.platform.readstore;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By {@code instr}, which knows no wildcards, so {@code %} and {@code _} are what they are. */
final class JdbcSampleSearch implements SampleSearch {

  private final JdbcClient jdbc;

  JdbcSampleSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<SampleDocument> search(
      @Nullable String keyword, SampleDocument.@Nullable State state, int offset, int limit) {
    return jdbc
        .sql(
            """
            SELECT * FROM sample
            WHERE (:keyword IS NULL OR instr(name, :keyword) > 0)
              AND (:state IS NULL OR state = :state)
            ORDER BY id LIMIT :limit OFFSET :offset
            """)
        .param("keyword", keyword)
        .param("state", state == null ? null : state.name())
        .param("limit", limit)
        .param("offset", offset)
        .query(SampleDocument.class)
        .list()
        .stream()
        .map(found -> Objects.requireNonNull(found, "a row is a document"))
        .toList();
  }
}
