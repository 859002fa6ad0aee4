package io.tenantry.platform.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.sqlite.SqliteFile.Holds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a user is told of each result code. */
class SqliteFileTest {

  private static final long ROOM = 1L << 30;

  @TempDir Path folder;

  private SqliteFile file(Holds holds) {
    return new SqliteFile(folder.resolve("a.db"), holds);
  }

  @ParameterizedTest
  @EnumSource
  void givenAnyCode_whenExplained_thenOnlyAMalformedFileIsCalledDamaged(SQLiteErrorCode code) {
    boolean malformed =
        code.name().startsWith("SQLITE_CORRUPT") || code == SQLiteErrorCode.SQLITE_NOTADB;
    for (var holds : Holds.values()) {
      for (long free : new long[] {ROOM, 0, -1}) {
        String words = file(holds).explain(code, free);

        assertThat(words).contains(code.name()).contains("; ").hasLineCount(1);
        if (malformed) {
          assertThat(words).contains("the file is damaged").doesNotContain("full");
        } else {
          assertThat(words).doesNotContain("damaged", "backup, ", "restore", "remove");
        }
      }
    }
    assertThat(SqliteErrors.isOutage(code) && SqliteErrors.isOfTheRow(exception(code))).isFalse();
  }

  @Test
  void givenADamagedFile_whenExplained_thenEventsAreRestoredAndReadModelsAreMadeAgain() {
    assertThat(file(Holds.EVENTS).explain(SQLiteErrorCode.SQLITE_CORRUPT_INDEX, ROOM))
        .contains("restore it from a backup")
        .doesNotContain("remove");
    assertThat(file(Holds.READ_MODELS).explain(SQLiteErrorCode.SQLITE_NOTADB, ROOM))
        .contains("remove the file", "from the events")
        .doesNotContain("backup");
  }

  /** SQLite names a full disk only where it writes the database or its log. */
  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, true, true",
    "SQLITE_IOERR_SHMSIZE, true, false",
    "SQLITE_IOERR_SHMMAP, true, false",
    "SQLITE_IOERR_WRITE, true, false",
    "SQLITE_IOERR_TRUNCATE, true, false",
    "SQLITE_IOERR_FSYNC, true, false",
    "SQLITE_CANTOPEN, true, false",
    "SQLITE_IOERR_NOMEM, false, false",
    "SQLITE_IOERR_LOCK, false, false",
    "SQLITE_READONLY, false, false",
    "SQLITE_CORRUPT, false, false",
    "SQLITE_BUSY_SNAPSHOT, false, false",
  })
  void givenADiskWithoutRoom_whenExplained_thenItIsCalledFullWhereThatCanBeTheCause(
      SQLiteErrorCode code, boolean withoutRoom, boolean withRoom) {
    assertThat(file(Holds.EVENTS).explain(code, 4096).contains("its disk or quota is full"))
        .isEqualTo(withoutRoom);
    assertThat(file(Holds.EVENTS).explain(code, ROOM).contains("its disk or quota is full"))
        .isEqualTo(withRoom);
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE_BUSY_RECOVERY, another process holds a lock",
    "SQLITE_READONLY_DIRECTORY, cannot be written",
    "SQLITE_READONLY_DBMOVED, put the file back",
    "SQLITE_CANTOPEN_FULLPATH, can be neither opened nor created",
    "SQLITE_PERM, access to the file is denied",
    "SQLITE_AUTH_USER, access to the file is denied",
    "SQLITE_IOERR_READ, dmesg",
    "SQLITE_IOERR_RDLOCK, does not lock files",
    "SQLITE_IOERR_CORRUPTFS, fsck",
    "SQLITE_IOERR_NOMEM, no memory",
    "SQLITE_NOMEM, no memory",
    "SQLITE_LOCKED_SHAREDCACHE, another statement",
    "SQLITE_PROTOCOL, another process holds a lock",
    "SQLITE_SCHEMA, were changed while they were in use",
    "SQLITE_TOOBIG, larger than SQLite can store",
    "SQLITE_NOLFS, TENANTRY_DATA_DIR",
    "SQLITE_MISUSE, report it",
    "UNKNOWN_ERROR, report it",
  })
  void givenACode_whenExplained_thenItSaysWhatItIs(SQLiteErrorCode code, String words) {
    assertThat(file(Holds.READ_MODELS).explain(code, ROOM)).contains(words);
  }

  @Test
  void givenAFolderInItsPlace_whenExplained_thenThatIsSaid() throws Exception {
    var file = file(Holds.EVENTS);
    Files.createDirectory(file.path());

    assertThat(file.explain(SQLiteErrorCode.SQLITE_CANTOPEN, 0)).contains("a folder in its place");
  }

  @Test
  void givenAWrappedFailure_whenExplained_thenTheCodeIsFound() {
    var wrapped = new FlywayException("outer", exception(SQLiteErrorCode.SQLITE_READONLY));
    var chained = new SQLException("batch");
    chained.setNextException(exception(SQLiteErrorCode.SQLITE_FULL));

    assertThat(file(Holds.EVENTS).explain(wrapped)).contains("SQLITE_READONLY");
    assertThat(file(Holds.EVENTS).explain(chained)).contains("SQLITE_FULL");
    assertThat(file(Holds.EVENTS).refused(wrapped))
        .hasMessageStartingWith("the events in " + folder.resolve("a.db") + " cannot be opened: ");
  }

  /** A migration that was changed: nothing of SQLite's, and no reason to restore anything. */
  @Test
  void givenAFailureWithoutACode_whenExplained_thenItsOwnWordsAreSaid() {
    assertThat(file(Holds.EVENTS).explain(new FlywayException("Validate failed\nmore")))
        .startsWith("Validate failed; ")
        .doesNotContain("damaged", "backup");
  }

  private static SQLiteException exception(SQLiteErrorCode code) {
    return new SQLiteException(code + " (what SQLite says)", code);
  }
}
