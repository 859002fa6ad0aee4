package io.tenantry.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
    try (var db = open(folder.resolve("read.db"))) {
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
                  + " expires_at / 1000, iif(first, 'true', 'false'), version, created_at,"
                  + " updated_at FROM api_keys"),
          rows(db, "SELECT id, tenant_id, application_id, key_name, data, version FROM app_keys"),
          rows(db, "SELECT id, tenant_id, application_id, key_name FROM app_key_names"),
          rows(db, "SELECT id, tenant_id, application_id, key_count FROM applications"),
          rows(db, "SELECT id, bytes FROM usage WHERE bytes <> 0"),
          rows(db, "SELECT id, highest_tenant_id FROM tenant_counter"));
    }
  }

  /** The lowest position of all processors. */
  static long position(Path folder) throws SQLException {
    try (var db = open(folder.resolve("read.db"));
        var statement = db.createStatement();
        var row = statement.executeQuery("SELECT min(position) FROM processor_position")) {
      row.next();
      return row.getLong(1);
    }
  }

  static Connection open(Path file) throws SQLException {
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
