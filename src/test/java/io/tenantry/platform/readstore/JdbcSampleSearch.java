package io.tenantry.platform.readstore;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By {@code LIKE}, in which the wildcards of a keyword are escaped. */
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
            WHERE (CAST(:keyword AS TEXT) IS NULL OR name LIKE :keyword ESCAPE '!')
              AND (CAST(:state AS TEXT) IS NULL OR state = :state)
            ORDER BY id LIMIT :limit OFFSET :offset
            """)
        .param("keyword", keyword == null ? null : containing(keyword))
        .param("state", state == null ? null : state.name())
        .param("limit", limit)
        .param("offset", offset)
        .query(SampleDocument.class)
        .list()
        .stream()
        .map(found -> Objects.requireNonNull(found, "a row is a document"))
        .toList();
  }

  private static String containing(String keyword) {
    return "%" + keyword.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
