package io.tenantry.platform.sqlite;

import io.tenantry.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * A database file, and the one table of words for its failures. Only a file that SQLite finds
 * malformed is called damaged: a user who restores a backup because of a full disk loses data.
 *
 * @param path absolute
 */
public record SqliteFile(Path path, Holds holds) {

  /** What a file holds decides what may be done to it. */
  public enum Holds {
    EVENTS("the events"),
    READ_MODELS("the read models");

    private final String words;

    Holds(String words) {
      this.words = words;
    }
  }

  /**
   * With less than this many bytes free an I/O error is taken for a full disk: SQLite says {@code
   * SQLITE_FULL} only of the database and its log, not of the {@code -shm} file.
   */
  private static final long FULL_BELOW = 1 << 20;

  private static final String PERMISSIONS =
      "let the user of this process own the file, the files -wal and -shm beside it and their"
          + " folder, and mount their file system for writing";

  private static final String REPORT =
      "look into the log, and report it as a fault of Tenantry if nobody else has changed the file";

  private record Words(String what, String remedy) {}

  /** Such as: {@code the events in /data/events.db}. */
  public String name() {
    return holds.words + " in " + path;
  }

  /** The words that end a start. */
  public StartRefused refused(Throwable failure) {
    return new StartRefused("%s cannot be opened: %s".formatted(name(), explain(failure)));
  }

  /** What is the matter, the result code, and what to do, in one line. */
  public String explain(Throwable failure) {
    var code = SqliteErrors.code(failure);
    if (code == null) {
      return "%s; %s".formatted(message(failure), REPORT);
    }
    var words = explain(code, usableSpace());
    return SqliteErrors.isOutage(code) ? words : "%s: %s".formatted(words, message(failure));
  }

  /**
   * @param free bytes on the file's disk; negative when that is unknown
   */
  String explain(SQLiteErrorCode code, long free) {
    var words = words(code, free >= 0 && free < FULL_BELOW);
    boolean ofTheDisk =
        switch (SqliteErrors.primary(code)) {
          case SQLITE_FULL, SQLITE_IOERR, SQLITE_CANTOPEN -> free >= 0;
          default -> false;
        };
    return "%s (%s%s); %s"
        .formatted(
            words.what(),
            code.name(),
            ofTheDisk ? ", %d bytes free".formatted(free) : "",
            words.remedy());
  }

  private Words words(SQLiteErrorCode code, boolean full) {
    return switch (SqliteErrors.primary(code)) {
      case SQLITE_CORRUPT -> new Words("the file is damaged", replace());
      case SQLITE_NOTADB -> new Words("the file is damaged, or is no SQLite database", replace());
      case SQLITE_FULL -> full();
      case SQLITE_IOERR -> ioError(code, full);
      case SQLITE_CANTOPEN -> cannotOpen(full);
      case SQLITE_READONLY ->
          code == SQLiteErrorCode.SQLITE_READONLY_DBMOVED
              ? new Words(
                  "the file was moved or replaced while it was open",
                  "stop Tenantry, put the file back into its place, and start again")
              : readOnly();
      case SQLITE_PERM, SQLITE_AUTH -> new Words("access to the file is denied", PERMISSIONS);
      case SQLITE_BUSY, SQLITE_PROTOCOL ->
          new Words(
              "another process holds a lock on the file",
              "end that process, such as a sqlite3 shell or a backup");
      case SQLITE_LOCKED ->
          new Words("another statement of this process holds a lock on a table", REPORT);
      case SQLITE_NOMEM -> noMemory();
      case SQLITE_TOOBIG -> new Words("a value is larger than SQLite can store", REPORT);
      case SQLITE_SCHEMA ->
          new Words(
              "its tables were changed while they were in use",
              "end the process that changes them, and start Tenantry again");
      case SQLITE_NOLFS ->
          new Words(
              "its file system cannot hold a file of this size",
              "move the data folder to one that can, and set TENANTRY_DATA_DIR");
      case SQLITE_ERROR -> new Words("SQLite refused a statement", REPORT);
      default -> new Words("SQLite gave an answer that Tenantry does not expect", REPORT);
    };
  }

  private static Words ioError(SQLiteErrorCode code, boolean full) {
    return switch (code) {
      case SQLITE_IOERR_NOMEM -> noMemory();
      case SQLITE_IOERR_LOCK,
          SQLITE_IOERR_UNLOCK,
          SQLITE_IOERR_RDLOCK,
          SQLITE_IOERR_CHECKRESERVEDLOCK,
          SQLITE_IOERR_SHMLOCK,
          SQLITE_IOERR_BLOCKED ->
          new Words(
              "its file system does not lock files as SQLite needs it",
              "keep the data folder on a local disk, not on NFS or SMB");
      case SQLITE_IOERR_CORRUPTFS ->
          new Words("its file system is inconsistent", "stop Tenantry, and let fsck check it");
      default ->
          full
              ? full()
              : new Words(
                  "its disk failed, or refused to read or write",
                  "look into the log of the operating system (dmesg) for errors of the disk, and"
                      + " at quotas and limits of file sizes (ulimit -f)");
    };
  }

  private Words cannotOpen(boolean full) {
    if (Files.isDirectory(path)) {
      return new Words(
          "there is a folder in its place", "move that away, or set TENANTRY_DATA_DIR");
    }
    var folder = path.getParent();
    if (folder != null && Files.isDirectory(folder) && !Files.isWritable(folder)) {
      return readOnly();
    }
    return full
        ? full()
        : new Words(
            "the file, or -wal or -shm beside it, can be neither opened nor created",
            PERMISSIONS + "; look at limits of open files (ulimit -n) and free inodes (df -i)");
  }

  private static Words readOnly() {
    return new Words("the file or its folder cannot be written", PERMISSIONS);
  }

  private static Words full() {
    return new Words("its disk or quota is full", "make room there; what is stored is unaffected");
  }

  private static Words noMemory() {
    return new Words(
        "this machine or container has no memory left", "give it more, or end other processes");
  }

  private String replace() {
    return switch (holds) {
      case EVENTS ->
          "stop Tenantry, keep a copy of the file and of -wal beside it, and restore it from a"
              + " backup";
      case READ_MODELS ->
          "stop Tenantry, and remove the file with -wal and -shm beside it: the next start makes"
              + " it again from the events";
    };
  }

  /** What the innermost cause says. */
  private static String message(Throwable failure) {
    var cause = failure.getCause();
    return cause == null
        ? String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("")
        : message(cause);
  }

  private long usableSpace() {
    try {
      return Files.getFileStore(existing(path)).getUsableSpace();
    } catch (IOException e) {
      return -1;
    }
  }

  private static Path existing(Path path) {
    @Nullable Path parent = path.getParent();
    return Files.exists(path) || parent == null ? path : existing(parent);
  }
}
