package io.tenantry.platform.eventstore;

import java.sql.SQLException;

/** Another process holds the events. */
final class AnotherWrites extends SQLException {

  private static final long serialVersionUID = 1L;

  AnotherWrites(String where, SQLException cause) {
    super(
        "the events at %s are in use by another Tenantry process".formatted(where),
        cause.getSQLState(),
        cause);
  }
}
