package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.engines.Postgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL's index for searches, where the user may not install what it needs. */
@ExtendWith(OutputCaptureExtension.class)
class TrigramExtensionTest {

  private static final String INDEXES =
      "SELECT count(*) FROM pg_indexes WHERE indexname = 'tenants_search'";

  @TempDir Path folder;

  @BeforeEach
  void schemasWithoutTheRightToMakeMore() throws SQLException {
    Engines.POSTGRES.assume();
    execute(
        """
        DO $$ BEGIN CREATE ROLE narrow LOGIN; EXCEPTION WHEN duplicate_object THEN END $$;
        CREATE SCHEMA tenantry_read AUTHORIZATION narrow;
        """);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = Postgres.connect(folder, "public");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long indexes() {
    String url = Postgres.url(folder).replace("user=" + Postgres.USER, "user=narrow");
    assertThat(url).contains("user=narrow");
    try (var read =
        ReadStoreContext.open(
            List.of(
                "--tenantry.data-dir=" + folder,
                "--tenantry.event-store=postgres",
                "--tenantry.anonymous=operator",
                "--spring.datasource.url=" + url))) {
      return read.bean(JdbcClient.class).sql(INDEXES).query(Long.class).single();
    }
  }

  @Test
  void givenNoRightToInstallIt_whenStarted_thenTheLogSaysSoAndOneInstalledLaterIsUsed(
      CapturedOutput output) throws SQLException {
    assertThat(indexes()).isZero();
    assertThat(output.getOut()).contains("run CREATE EXTENSION pg_trgm in this database");
    execute("CREATE EXTENSION pg_trgm SCHEMA public");
    assertThat(indexes()).isEqualTo(1);
  }
}
