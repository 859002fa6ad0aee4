package io.tenantry.platform.readstore;

import io.tenantry.platform.OnceAMinute;
import io.tenantry.platform.sqlite.SqliteErrors;
import io.tenantry.platform.sqlite.SqliteFile;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.sqlite.SQLiteErrorCode;

/**
 * SQLite's failures bear no SQLState, by which Spring would recognise them. Tells the log once a
 * minute why the file cannot be used.
 */
final class SqliteExceptionTranslator implements SQLExceptionTranslator {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteExceptionTranslator.class);

  private final OnceAMinute outages = new OnceAMinute();
  private final SqliteFile file;

  SqliteExceptionTranslator(SqliteFile file) {
    this.file = file;
  }

  @Override
  public DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
    SQLiteErrorCode code = SqliteErrors.code(failure);
    if (code == null) {
      return new UncategorizedSQLException(task, sql, failure);
    }
    if (SqliteErrors.isOutage(code)) {
      return away(failure);
    }
    String message = task + ": " + code;
    if (SqliteErrors.isDuplicate(failure)) {
      return new DuplicateKeyException(message, failure);
    }
    return SqliteErrors.primary(code) == SQLiteErrorCode.SQLITE_CONSTRAINT
        ? new DataIntegrityViolationException(message, failure)
        : new UncategorizedSQLException(task, sql, failure);
  }

  private ReadStoreAway away(SQLException failure) {
    String line = "%s cannot be used: %s".formatted(file.name(), file.explain(failure));
    if (outages.isDue()) {
      LOG.error(
          "{}. What needs it is answered 503, projections wait and go on by themselves", line);
    }
    return new ReadStoreAway(line);
  }
}
