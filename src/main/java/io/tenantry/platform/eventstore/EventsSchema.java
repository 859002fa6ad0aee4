package io.tenantry.platform.eventstore;

import io.tenantry.platform.StartRefused;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of the event store, as this version of Tenantry knows them. */
record EventsSchema(String where, String location) {

  /**
   * @param database says where the tables are
   * @throws StartRefused when a newer version has made them
   */
  void migrate(UnaryOperator<FluentConfiguration> database) {
    var flyway =
        database
            .apply(Flyway.configure())
            .locations("classpath:" + location)
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
                .formatted(where, migration.getVersion()));
      }
    }
  }
}
