package io.tenantry.platform.readstore;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Spring takes it for a mistake in our SQL when tables, or rights to them, are gone. */
final class PostgresExceptionTranslator implements SQLExceptionTranslator {

  /** undefined_table, invalid_schema_name, insufficient_privilege. */
  private static final Set<String> GONE = Set.of("42P01", "3F000", "42501");

  private final SQLExceptionTranslator springs = new SQLStateSQLExceptionTranslator();

  @Override
  public @Nullable DataAccessException translate(
      String task, @Nullable String sql, SQLException failure) {
    return GONE.contains(String.valueOf(failure.getSQLState()))
        ? new DataAccessResourceFailureException(task + ": " + failure.getSQLState(), failure)
        : springs.translate(task, sql, failure);
  }
}
