package io.tenantry.platform.sqlite;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's result codes in exceptions; JDBC's own codes say nothing here. */
public final class SqliteErrors {

  /** Of the file, its disk or its surroundings: neither the statement nor its values are wrong. */
  private static final Set<SQLiteErrorCode> OUTAGES =
      Set.of(
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_CORRUPT,
          SQLiteErrorCode.SQLITE_NOTADB,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_PERM,
          SQLiteErrorCode.SQLITE_AUTH,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_NOMEM,
          SQLiteErrorCode.SQLITE_BUSY,
          SQLiteErrorCode.SQLITE_LOCKED,
          SQLiteErrorCode.SQLITE_PROTOCOL,
          SQLiteErrorCode.SQLITE_SCHEMA,
          SQLiteErrorCode.SQLITE_NOLFS);

  private SqliteErrors() {}

  /** The code of the exception or of one of its causes; null where SQLite did not fail. */
  public static @Nullable SQLiteErrorCode code(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return sqlite.getResultCode();
      }
      if (cause instanceof SQLException sql && sql.getNextException() != null) {
        var next = code(sql.getNextException());
        if (next != null) {
          return next;
        }
      }
    }
    return null;
  }

  /** The code that an extended one refines, such as IOERR for IOERR_READ. */
  public static SQLiteErrorCode primary(SQLiteErrorCode code) {
    return SQLiteErrorCode.getErrorCode(code.code & 0xff);
  }

  /** Whether a row of that key is there already. */
  public static boolean isDuplicate(@Nullable Throwable failure) {
    var code = code(failure);
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
        || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
  }

  /** Whether the row itself is at fault, so that writing it again would fail again. */
  public static boolean isOfTheRow(@Nullable Throwable failure) {
    var code = code(failure);
    return code != null
        && switch (primary(code)) {
          case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH -> true;
          default -> false;
        };
  }

  /** Whether the file cannot be used now, so that the same statement may succeed later. */
  public static boolean isOutage(SQLiteErrorCode code) {
    return OUTAGES.contains(primary(code));
  }
}
