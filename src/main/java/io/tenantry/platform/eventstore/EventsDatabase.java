package io.tenantry.platform.eventstore;

import io.tenantry.platform.StartRefused;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;

/**
 * Where the events lie: one table, a unique index over (stream, sequence), and an id. Not a {@code
 * DataSource}: that type belongs to nobody, so that nothing takes it for the one database.
 */
interface EventsDatabase extends AutoCloseable {

  /** A random id, made once with the store. */
  String id();

  /** A path, or host, port and database. */
  String where();

  /** The writer's own hand on the table. */
  EventTable table();

  /** Connections that read, each for one query. */
  ConnectionProvider readers();

  /** How Axon's queries are said here. */
  LogStatements statements();

  /** Knows a duplicate of (stream, sequence) from other failures. */
  PersistenceExceptionResolver duplicates();

  /** The words that end a start. */
  StartRefused refused(SQLException failure);

  /** What is the matter when a query fails, in one line for the log. */
  String explain(Throwable failure);

  @Override
  void close();
}
