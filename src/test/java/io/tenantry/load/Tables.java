package io.tenantry.load;

import io.tenantry.engines.Engines;
import io.tenantry.engines.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;

/** What the read models say: each row as text, by its id. Usage of 0 bytes is the same as none. */
record Tables(
    Map<String, String> tenants,
    Map<String, String> models,
    Map<String, String> apiKeys,
    Map<String, String> appKeys,
    Map<String, String> names,
    Map<String, String> applications,
    Map<String, String> usage,
    Map<String, String> highestTenant) {

  static Tables read(Path folder) throws SQLException {
    try (var db = readModels(folder)) {
      return new Tables(
          rows(
              db,
              "SELECT id, slug, name, description, business, status, retriever_engines,"
                  + " storage_quota, version, created_at, updated_at FROM tenants"),
          rows(
              db,
              "SELECT id, tenant_id, name, description, configuration, json_schema, version,"
                  + " created_at, updated_at FROM models"),
          rows(
              db,
              "SELECT id, tenant_id, name, lower(role), secret_hash, secret_start, secret_end,"
                  + " expires_at / 1000, CASE WHEN first THEN 'true' ELSE 'false' END, version, created_at,"
                  + " updated_at FROM api_keys"),
          rows(db, "SELECT id, tenant_id, application_id, key_name, data, version FROM app_keys"),
          rows(db, "SELECT id, tenant_id, application_id, key_name FROM app_key_names"),
          rows(db, "SELECT id, tenant_id, application_id, key_count FROM applications"),
          rows(db, "SELECT id, bytes FROM usage WHERE bytes <> 0"),
          rows(db, "SELECT id, highest_tenant_id FROM tenant_counter"));
    }
  }

  /** Away with all read models, as a user does who wants them built anew. */
  static void drop(Path folder) throws SQLException, IOException {
    if (Engines.of(folder).postgres()) {
      try (var db = readModels(folder);
          var statement = db.createStatement()) {
        statement.execute("DROP SCHEMA tenantry_read CASCADE");
      }
    } else {
      for (var file : List.of("read.db", "read.db-wal", "read.db-shm")) {
        Files.deleteIfExists(folder.resolve(file));
      }
    }
  }

  /** The lowest position of all processors. */
  static long position(Path folder) throws SQLException {
    try (var db = readModels(folder);
        var statement = db.createStatement();
        var row = statement.executeQuery("SELECT min(position) FROM processor_position")) {
      row.next();
      return row.getLong(1);
    }
  }

  static Connection events(Path folder) throws SQLException {
    return Engines.of(folder).postgres()
        ? Postgres.connect(folder, "tenantry_events")
        : open(folder.resolve("events.db"));
  }

  private static Connection readModels(Path folder) throws SQLException {
    return Engines.of(folder).postgres()
        ? Postgres.connect(folder, "tenantry_read")
        : open(folder.resolve("read.db"));
  }

  private static Connection open(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(10_000);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private static Map<String, String> rows(Connection db, String select) throws SQLException {
    var rows = new TreeMap<String, String>();
    try (var statement = db.createStatement();
        var row = statement.executeQuery(select)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        var text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          text.append(row.getString(i)).append('|');
        }
        rows.put(row.getString(1), text.toString());
      }
    }
    return rows;
  }
}
