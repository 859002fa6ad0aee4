package io.tenantry.load;

import io.tenantry.engines.Engines;
import io.tenantry.engines.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** Read models in SQLite or PostgreSQL. */
record SqlReadModels(Path folder, Connection db) implements StoredReadModels {

  static SqlReadModels of(Path folder) throws SQLException {
    return new SqlReadModels(
        folder,
        Engines.of(folder).postgres()
            ? Postgres.connect(folder, "tenantry_read")
            : open(folder.resolve("read.db")));
  }

  /** For reading alone. */
  static Connection open(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(10_000);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  @Override
  public List<List<String>> rows(String table, List<String> columns) throws SQLException {
    var rows = new ArrayList<List<String>>();
    try (var statement = db.createStatement();
        var row =
            statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + table)) {
      while (row.next()) {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= columns.size(); i++) {
          cells.add(String.valueOf(row.getString(i)));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  @Override
  public void drop() throws SQLException, IOException {
    if (Engines.of(folder).postgres()) {
      try (var statement = db.createStatement()) {
        statement.execute("DROP SCHEMA tenantry_read CASCADE");
      }
    } else {
      db.close();
      for (var file : List.of("read.db", "read.db-wal", "read.db-shm")) {
        Files.deleteIfExists(folder.resolve(file));
      }
    }
  }

  @Override
  public void close() throws SQLException {
    db.close();
  }
}
