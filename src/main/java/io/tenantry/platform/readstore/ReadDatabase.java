package io.tenantry.platform.readstore;

import javax.sql.DataSource;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * The SQL database of the read models. Its sources are no {@code DataSource} beans, so that nothing
 * takes one for the one database of the application.
 */
interface ReadDatabase extends AutoCloseable {

  /** Reads for requests. */
  DataSource readers();

  /** Reads for the projections, which must not queue behind all those who wait for them. */
  DataSource projectors();

  /** Writes, within {@link #inTransaction} alone. */
  JdbcOperations writer();

  /** All that it writes is there when it returns, or nothing when it throws. */
  void inTransaction(Runnable work);

  JdbcDialect dialect();

  SQLExceptionTranslator translator();

  /** A path, or host, port and database. */
  String where();

  /** What a user does to have all read models built anew. */
  String howToReset();

  @Override
  void close();
}
