package io.tenantry.platform.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be the matter with a database file at a start, made real. */
public enum SqliteTrouble {
  /** An existing database on a file system without a free byte: its -shm cannot be made. */
  FULL_DISK("its disk or quota is full") {
    @Override
    public AutoCloseable prepare(Path folder) throws IOException, InterruptedException {
      return mounted(folder, "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString());
    }

    @Override
    public AutoCloseable make(Path file) throws IOException {
      fill(file.resolveSibling("fill"));
      return () -> {};
    }
  },

  READ_ONLY_DISK("cannot be written") {
    @Override
    public AutoCloseable make(Path file) throws IOException, InterruptedException {
      Path parent = requireNonNull(file.getParent());
      String folder = parent.toString();
      var mount = mounted(parent, "--bind", folder, folder);
      mount("mount", "-o", "remount,ro,bind", folder);
      return mount;
    }
  },

  FOLDER_IN_ITS_PLACE("a folder in its place") {
    @Override
    public AutoCloseable make(Path file) throws IOException {
      Files.delete(file);
      Files.createDirectory(file);
      return () -> {};
    }
  },

  GARBAGE("the file is damaged", "SQLITE_NOTADB") {
    @Override
    public AutoCloseable make(Path file) throws IOException {
      Files.writeString(file, "no database".repeat(1_000));
      return () -> {};
    }
  },

  TRUNCATED("the file is damaged", "SQLITE_CORRUPT") {
    @Override
    public AutoCloseable make(Path file) throws IOException {
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2);
      }
      return () -> {};
    }
  },

  LOCKED("another process holds a lock", "SQLITE_BUSY") {
    @Override
    public AutoCloseable make(Path file) throws Exception {
      var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA locking_mode = EXCLUSIVE");
        statement.execute("BEGIN EXCLUSIVE");
      }
      return connection;
    }
  };

  private final String[] words;

  SqliteTrouble(String... words) {
    this.words = words;
  }

  /** Before the database is made. */
  public AutoCloseable prepare(Path folder) throws IOException, InterruptedException {
    return () -> {};
  }

  /** To a database that nobody has open. */
  public abstract AutoCloseable make(Path file) throws Exception;

  /** What the user must be told, and must not. */
  public void verify(@Nullable String told, Path file) {
    assertThat(told).contains(file.toString()).contains(words).hasLineCount(1);
    if (!Arrays.asList(words).contains("the file is damaged")) {
      assertThat(told).doesNotContain("damaged", "restore", "remove");
    }
  }

  /** Until no byte fits any more. */
  public static void fill(Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      for (var block = new byte[512]; ; ) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  /** For root alone. */
  public static AutoCloseable mounted(Path folder, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(arguments));
    mount(command.toArray(String[]::new));
    return () -> assertThat(run("umount", folder.toString())).isZero();
  }

  private static void mount(String... command) throws IOException, InterruptedException {
    assumeTrue(run(command) == 0, "this user may not mount");
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
