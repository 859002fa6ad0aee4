package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

class LockedReadDatabaseTest {

  @TempDir Path folder;

  @Test
  void givenAnotherProcessThatHeldTheLockTooLong_whenItHasLetGo_thenWritesGoOn()
      throws SQLException {
    try (var read = ReadStoreContext.open(ReadStoreEngine.EMBEDDED, folder);
        var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("read.db"));
        var lock = other.createStatement()) {
      waitBriefly(read.bean(ReadDatabase.class));
      lock.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> read.store().put(SampleFlag.class, List.of(new SampleFlag(1))))
          .isInstanceOfAny(TransactionException.class, DataAccessException.class);
      lock.execute("ROLLBACK");

      read.store().put(SampleFlag.class, List.of(new SampleFlag(2)));

      assertThat(read.store().findAll(SampleFlag.class, List.of(1L, 2L)))
          .containsExactly(new SampleFlag(2));
    }
  }

  private static void waitBriefly(ReadDatabase database) {
    database.writer().execute("PRAGMA busy_timeout = 50");
  }
}
