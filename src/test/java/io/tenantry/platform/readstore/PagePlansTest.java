package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page costs a page: SQLite goes to its first row and on from there, and sorts nothing. */
class PagePlansTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models | tenant_id = 1 AND id > 'a' | tenant_id, id | models_of_tenant (tenant_id=? AND id>?)",
        "applications | tenant_id = 1 AND application_id > 'a' | tenant_id, application_id"
            + " | applications_of_tenant (tenant_id=? AND application_id>?)",
        "app_key_names | tenant_id = 1 AND application_id = 'a' AND key_name > 'a'"
            + " | tenant_id, application_id, key_name | app_key_names_of_application"
            + " (tenant_id=? AND application_id=? AND key_name>?)",
        "api_keys | tenant_id = 1 AND id > 1 | tenant_id, id | api_keys_of_tenant (tenant_id=? AND id>?)",
        "tenants | id > 1 | id | INTEGER PRIMARY KEY (rowid>?)",
      })
  void givenPageAfterACursor_whenPlanned_thenFoundByItsIndex(
      String table, String where, String order, String way) {
    assertThat(
            plan("SELECT * FROM %s WHERE %s ORDER BY %s LIMIT 21".formatted(table, where, order)))
        .startsWith("SEARCH " + table)
        .endsWith(way);
  }

  /** M: by its trigrams; 1 and the signs: within these ids. */
  @Test
  void givenKeyword_whenPlanned_thenFoundByItsTrigrams() {
    assertThat(
            plan(
                "SELECT rowid FROM tenants_search WHERE tenants_search MATCH 'abc'"
                    + " AND rowid >= 1 AND rowid < 9"))
        .isEqualTo("SCAN tenants_search VIRTUAL TABLE INDEX 0:M1><");
  }

  /** One step: a second one would sort, or read what the first has found. */
  private String plan(String select) {
    try (SqliteReadDatabase database = SqliteReadDatabase.open(folder.resolve("read.db"))) {
      return JdbcClient.create(database.readers())
          .sql("EXPLAIN QUERY PLAN " + select)
          .query((row, number) -> row.getString("detail"))
          .single();
    }
  }
}
