package io.tenantry.platform.eventstore;

import io.tenantry.platform.StartRefused;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;

/** A real database, of which a test changes something. */
class Around implements EventsDatabase {

  private final EventsDatabase real;

  Around(EventsDatabase real) {
    this.real = real;
  }

  @Override
  public String id() {
    return real.id();
  }

  @Override
  public String where() {
    return real.where();
  }

  @Override
  public EventTable table() {
    return real.table();
  }

  @Override
  public ConnectionProvider readers() {
    return real.readers();
  }

  @Override
  public LogStatements statements() {
    return real.statements();
  }

  @Override
  public PersistenceExceptionResolver duplicates() {
    return real.duplicates();
  }

  @Override
  public StartRefused refused(SQLException failure) {
    return real.refused(failure);
  }

  @Override
  public String explain(Throwable failure) {
    return real.explain(failure);
  }

  @Override
  public void close() {
    real.close();
  }
}
