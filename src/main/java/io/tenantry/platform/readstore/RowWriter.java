package io.tenantry.platform.readstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.IdentifierProcessing;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.StatementCreatorUtils;

/** Writes the documents of one type as rows, by the same mapping that reads them. */
final class RowWriter {

  private final JdbcConverter converter;
  private final RelationalPersistentEntity<?> entity;
  private final List<RelationalPersistentProperty> properties;
  private final RelationalPersistentProperty id;
  private final String upsert;
  private final String delete;
  private final String deleteAll;

  RowWriter(Class<?> type, JdbcConverter converter, IdentifierProcessing quoting) {
    this.converter = converter;
    entity = converter.getMappingContext().getRequiredPersistentEntity(type);
    properties =
        StreamSupport.stream(entity.spliterator(), false).filter(p -> !p.isTransient()).toList();
    id = entity.getRequiredIdProperty();
    String table = entity.getQualifiedTableName().toSql(quoting);
    String idColumn = id.getColumnName().toSql(quoting);
    List<String> columns =
        properties.stream().map(property -> property.getColumnName().toSql(quoting)).toList();
    upsert = upsert(table, idColumn, columns);
    deleteAll = "DELETE FROM " + table;
    delete = deleteAll + " WHERE " + idColumn + " = ?";
  }

  private static String upsert(String table, String idColumn, List<String> columns) {
    String changes =
        columns.stream()
            .filter(column -> !column.equals(idColumn))
            .map(column -> column + " = EXCLUDED." + column)
            .collect(Collectors.joining(", "));
    return "INSERT INTO "
        + table
        + " ("
        + String.join(", ", columns)
        + ") VALUES ("
        + String.join(", ", Collections.nCopies(columns.size(), "?"))
        + ") ON CONFLICT ("
        + idColumn
        + ") DO "
        + (changes.isEmpty() ? "NOTHING" : "UPDATE SET " + changes);
  }

  void store(JdbcOperations jdbc, Collection<?> documents) {
    jdbc.batchUpdate(
        upsert,
        documents,
        documents.size(),
        (statement, document) -> {
          var values = entity.getPropertyAccessor(document);
          int index = 0;
          for (RelationalPersistentProperty property : properties) {
            set(statement, ++index, property, values.getProperty(property));
          }
        });
  }

  void remove(JdbcOperations jdbc, Collection<?> ids) {
    jdbc.batchUpdate(delete, ids, ids.size(), (statement, key) -> set(statement, 1, id, key));
  }

  void removeAll(JdbcOperations jdbc) {
    jdbc.update(deleteAll);
  }

  private void set(
      PreparedStatement statement,
      int index,
      RelationalPersistentProperty property,
      @Nullable Object value)
      throws SQLException {
    var column =
        converter.writeJdbcValue(
            value, converter.getColumnType(property), converter.getTargetSqlType(property));
    StatementCreatorUtils.setParameterValue(
        statement, index, column.getJdbcType().getVendorTypeNumber(), column.getValue());
  }
}
