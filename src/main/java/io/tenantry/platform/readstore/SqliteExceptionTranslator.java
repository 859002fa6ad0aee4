package io.tenantry.platform.readstore;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's failures bear no SQLState, by which Spring would recognise them. */
final class SqliteExceptionTranslator implements SQLExceptionTranslator {

  @Override
  public DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
    SQLiteErrorCode code = code(failure);
    String message = task + ": " + code;
    return switch (code) {
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY ->
          new DuplicateKeyException(message, failure);
      case SQLITE_CONSTRAINT, SQLITE_CONSTRAINT_NOTNULL, SQLITE_CONSTRAINT_CHECK ->
          new DataIntegrityViolationException(message, failure);
      case SQLITE_BUSY, SQLITE_LOCKED -> new CannotAcquireLockException(message, failure);
      default -> new UncategorizedSQLException(task, sql, failure);
    };
  }

  private static SQLiteErrorCode code(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException known) {
        return known.getResultCode();
      }
    }
    SQLException next = failure.getNextException();
    return next == null ? SQLiteErrorCode.UNKNOWN_ERROR : code(next);
  }
}
