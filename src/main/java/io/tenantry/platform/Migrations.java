package io.tenantry.platform;

import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What brings tables to the state that this version of Tenantry knows. */
public final class Migrations {

  private Migrations() {}

  /**
   * @param location of the migrations in the class path
   * @param database says where the tables are
   * @param what they hold, and where, for the user
   * @param remedy what the user can do when a newer Tenantry has made them
   * @throws StartRefused when a newer Tenantry has made them
   */
  public static void run(
      String location, UnaryOperator<FluentConfiguration> database, String what, String remedy) {
    var flyway =
        database
            .apply(Flyway.configure())
            .locations("classpath:" + location)
            .failOnMissingLocations(true)
            .load();
    for (var migration : flyway.info().applied()) {
      // applied to the database, but not among ours
      if (migration.getState().isApplied() && !migration.getState().isResolved()) {
        throw new StartRefused(
            "%s were written by a newer Tenantry (schema %s); %s"
                .formatted(what, migration.getVersion(), remedy));
      }
    }
    flyway.migrate();
  }
}
