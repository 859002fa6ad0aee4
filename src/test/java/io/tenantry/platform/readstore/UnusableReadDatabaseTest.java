package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import io.tenantry.platform.StartRefused;
import io.tenantry.platform.sqlite.SqliteTrouble;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnusableReadDatabaseTest {

  @TempDir Path folder;

  // a start that writes nothing does not wait for a lock
  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "LOCKED")
  void givenAFileThatCannotBeUsed_whenOpened_thenTheStartIsRefusedWithWhatItIs(
      SqliteTrouble trouble) throws Exception {
    var file = folder.resolve("read.db");
    try (var disk = trouble.prepare(folder)) {
      SqliteReadDatabase.open(file).close();
      try (var made = trouble.make(file)) {
        assertThatThrownBy(() -> SqliteReadDatabase.open(file).close())
            .isInstanceOf(StartRefused.class)
            .satisfies(refused -> trouble.verify(refused.getMessage(), file));
      }
    }
  }
}
