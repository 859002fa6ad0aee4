package io.tenantry.platform.eventstore;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite means by an error; JDBC's own codes say nothing here. */
final class SqliteErrors {

  private SqliteErrors() {}

  /** Whether a row of that key is there already. */
  static boolean isDuplicate(@Nullable Throwable failure) {
    var code = code(failure);
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
        || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
  }

  /** Whether the row itself is at fault, so that writing it again would fail again. */
  static boolean isOfTheRow(@Nullable Throwable failure) {
    var code = code(failure);
    return code != null
        && (code.name().startsWith("SQLITE_CONSTRAINT")
            || code == SQLiteErrorCode.SQLITE_TOOBIG
            || code == SQLiteErrorCode.SQLITE_MISMATCH);
  }

  /** Whether there was no room on the disk. */
  static boolean isFull(@Nullable Throwable failure) {
    return code(failure) == SQLiteErrorCode.SQLITE_FULL;
  }

  /** The error's name for a message to the user, such as {@code SQLITE_NOTADB}. */
  static String name(Throwable failure) {
    var code = code(failure);
    return code == null ? failure.getClass().getSimpleName() : code.name();
  }

  private static @Nullable SQLiteErrorCode code(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return sqlite.getResultCode();
      }
    }
    return null;
  }
}
