package io.tenantry.platform.readstore;

import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.platform.Migrations;
import io.tenantry.platform.StartRefused;
import io.tenantry.platform.postgres.Limits;
import io.tenantry.platform.postgres.PostgresServer;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The schema {@value #SCHEMA} of the PostgreSQL database that holds the events.
 *
 * <p>Commits do not wait for the disk: a crash of the server may lose the newest, never tear one,
 * nor keep one whose events are lost, and the events bring them back.
 */
final class PostgresReadDatabase implements ReadDatabase {

  static final String SCHEMA = "tenantry_read";

  private static final String USE =
      "SELECT set_config('search_path', '"
          + SCHEMA
          + "', false), set_config('synchronous_commit', 'off', false)";

  /** Projections that read or write at the same time; more of them take turns. */
  private static final int PROJECTORS = 6;

  private static final SQLExceptionTranslator TRANSLATOR = new PostgresExceptionTranslator();

  private final HikariDataSource readers;
  private final HikariDataSource projectors;
  private final JdbcTemplate writer;
  private final TransactionTemplate transaction;
  private final String where;

  private PostgresReadDatabase(PostgresServer server) {
    where = server.where();
    Migrations.run(
        "db/read-postgres",
        flyway -> flyway.dataSource(server.source(Limits.MIGRATION)).schemas(SCHEMA),
        "the read models in " + where,
        howToReset() + ", and start again");
    readers = server.pool("read models", Limits.SHORT, USE);
    projectors = server.pool("projections", PROJECTORS, Limits.SHORT, USE);
    writer = new JdbcTemplate(projectors);
    writer.setExceptionTranslator(TRANSLATOR);
    var transactions = new JdbcTransactionManager(projectors);
    transactions.setExceptionTranslator(TRANSLATOR);
    transaction = new TransactionTemplate(transactions);
  }

  /**
   * @throws StartRefused when it cannot be reached, its user may not make tables, or a newer
   *     Tenantry has made them
   */
  static PostgresReadDatabase open(PostgresServer server) {
    try {
      return new PostgresReadDatabase(server);
    } catch (FlywayException e) {
      throw server.refused("the read models", e);
    }
  }

  @Override
  public DataSource readers() {
    return readers;
  }

  @Override
  public DataSource projectors() {
    return projectors;
  }

  @Override
  public JdbcOperations writer() {
    return writer;
  }

  @Override
  public void inTransaction(Runnable work) {
    transaction.executeWithoutResult(status -> work.run());
  }

  @Override
  public JdbcDialect dialect() {
    return JdbcPostgresDialect.INSTANCE;
  }

  @Override
  public SQLExceptionTranslator translator() {
    return TRANSLATOR;
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public String howToReset() {
    return "run DROP SCHEMA %s CASCADE at %s".formatted(SCHEMA, where);
  }

  @Override
  public void close() {
    projectors.close();
    readers.close();
  }
}
