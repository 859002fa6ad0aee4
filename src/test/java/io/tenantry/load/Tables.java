package io.tenantry.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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

  static Tables read(Path folder) throws Exception {
    try (var stored = StoredReadModels.of(folder)) {
      return new Tables(
          rows(
              stored,
              "tenants",
              "id, slug, name, description, business, status, retriever_engines, storage_quota,"
                  + " version, created_at, updated_at"),
          rows(
              stored,
              "models",
              "id, tenant_id, name, description, configuration, json_schema, version, created_at,"
                  + " updated_at"),
          rows(
              stored,
              "api_keys",
              "id, tenant_id, name, role, secret_hash, secret_start, secret_end, expires_at, first,"
                  + " version, created_at, updated_at"),
          rows(stored, "app_keys", "id, tenant_id, application_id, key_name, data, version"),
          rows(stored, "app_key_names", "id, tenant_id, application_id, key_name"),
          rows(stored, "applications", "id, tenant_id, application_id, key_count"),
          used(stored),
          rows(stored, "tenant_counter", "id, highest_tenant_id"));
    }
  }

  static void drop(Path folder) throws Exception {
    try (var stored = StoredReadModels.of(folder)) {
      stored.drop();
    }
  }

  private static Map<String, String> used(StoredReadModels stored) throws Exception {
    var rows = rows(stored, "usage", "id, bytes");
    rows.values().removeIf(row -> row.endsWith("|0|"));
    return rows;
  }

  private static Map<String, String> rows(StoredReadModels stored, String table, String names)
      throws Exception {
    var columns = List.of(names.split(", "));
    var rows = new TreeMap<String, String>();
    for (var cells : stored.rows(table, columns)) {
      var text = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        text.append(folded(columns.get(i), cells.get(i))).append('|');
      }
      rows.put(cells.getFirst(), text.toString());
    }
    return rows;
  }

  /** As {@link Fold} has it, which knows events alone. */
  private static String folded(String column, String cell) {
    return switch (column) {
      case "role" -> cell.toLowerCase(Locale.ROOT);
      case "expires_at" -> cell.equals("null") ? cell : String.valueOf(Long.parseLong(cell) / 1000);
      // how SQLite, PostgreSQL and MongoDB say true
      case "first" -> String.valueOf(List.of("1", "t", "true").contains(cell));
      default -> cell;
    };
  }
}
