package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

class PostgresTablesGoneTest {

  @TempDir Path folder;

  /** Which clients are told as 503: it is no fault of theirs, and a restart mends it. */
  @Test
  void givenASchemaThatSomebodyDropped_whenReadAndWritten_thenTheReadStoreCannotBeUsed() {
    try (var read = ReadStoreContext.open(ReadStoreEngine.POSTGRES, folder)) {
      read.bean(ReadDatabase.class).writer().execute("DROP SCHEMA tenantry_read CASCADE");

      assertThatThrownBy(() -> read.store().findAll(SampleFlag.class, List.of(1L)))
          .isInstanceOf(DataAccessResourceFailureException.class);
      assertThatThrownBy(() -> read.store().put(SampleFlag.class, List.of(new SampleFlag(1))))
          .isInstanceOf(DataAccessResourceFailureException.class);
    }
  }
}
