package io.tenantry.platform.datafolder;

import io.tenantry.platform.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the embedded engines and of the server's secret. As long as it is open, no other
 * process can open it; the operating system frees the lock of a process that was killed.
 */
public final class DataFolder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DataFolder.class);

  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the folder where it is missing, readable by its owner alone, and takes its lock.
   *
   * @throws StartRefused when it cannot be written, or another process has it
   */
  public static DataFolder open(Path folder) {
    var path = folder.toAbsolutePath().normalize();
    try {
      create(path);
      return new DataFolder(path, lock(path));
    } catch (IOException e) {
      throw new StartRefused(
          "the data folder %s cannot be written: %s".formatted(path, IoFailure.explain(e)));
    }
  }

  private static void create(Path path) throws IOException {
    Files.createDirectories(path);
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      } catch (FileSystemException e) {
        // a mounted volume that belongs to somebody else, and may be written all the same
        log.warn("{} cannot be made readable by its owner alone", path);
      }
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    var channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held = null;
    try {
      held = tryLock(channel);
    } finally {
      if (held == null) {
        channel.close();
      }
    }
    if (held == null) {
      throw new StartRefused(
          "the data folder %s is in use by another Tenantry process; stop that one, or set TENANTRY_DATA_DIR to another folder"
              .formatted(path));
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // held by this very process, which Java tells by an exception
      return null;
    }
  }

  /** A file of that name in this folder. */
  public Path file(String name) {
    return path.resolve(name);
  }

  public Path path() {
    return path;
  }

  /** Frees the lock. The lock's file stays: to delete it would let two processes lock two files. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
