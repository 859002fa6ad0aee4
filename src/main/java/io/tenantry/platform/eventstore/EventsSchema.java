package io.tenantry.platform.eventstore;

import io.tenantry.platform.StartRefused;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the event store, as this version of Tenantry knows them. */
record EventsSchema(Path file, DataSource source) {

  void migrate() {
    var flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/events")
            .failOnMissingLocations(true)
            .load();
    refuseNewer(flyway);
    flyway.migrate();
  }

  private void refuseNewer(Flyway flyway) {
    for (var migration : flyway.info().applied()) {
      // applied to the file, but not among ours
      if (migration.getState().isApplied() && !migration.getState().isResolved()) {
        throw new StartRefused(
            "the events in %s were written by a newer Tenantry (schema %s); start that version"
                .formatted(file, migration.getVersion()));
      }
    }
  }
}
