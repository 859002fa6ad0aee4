package io.tenantry.platform.eventstore;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL means by an error. */
final class PostgresErrors {

  static final String UNIQUE_VIOLATION = "23505";
  static final String LOCK_NOT_AVAILABLE = "55P03";

  private PostgresErrors() {}

  /** The state by which PostgreSQL or its driver names a failure. */
  static String explain(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return "SQLSTATE " + sql.getSQLState();
      }
    }
    return String.valueOf(failure);
  }

  /** Whether a row of that key is there already. */
  static boolean isDuplicate(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
