package io.tenantry.platform.eventstore;

/** The SQL databases that hold events. */
enum Database {
  SQLITE,
  POSTGRES
}
