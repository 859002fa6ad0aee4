package io.tenantry.platform.readstore;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.sql.IdentifierProcessing;
import org.springframework.jdbc.core.JdbcOperations;

/** Read models in a SQL database. What a batch writes is written exactly once. */
final class JdbcReadModelStore implements ReadModelStore {

  private final ReadDatabase database;
  private final JdbcAggregateOperations documents;
  private final JdbcConverter converter;
  private final IdentifierProcessing quoting;
  private final JdbcOperations writer;
  private final Map<Class<?>, RowWriter> rows = new ConcurrentHashMap<>();

  JdbcReadModelStore(
      ReadDatabase database, JdbcAggregateOperations documents, JdbcConverter converter) {
    this.database = database;
    this.documents = documents;
    this.converter = converter;
    this.quoting = database.dialect().getIdentifierProcessing();
    this.writer = database.writer();
  }

  @Override
  public <T> @Nullable T find(Class<T> type, Object id) {
    return documents.findById(id, type);
  }

  @Override
  public <T> List<T> findAll(Class<T> type, Collection<?> ids) {
    return ids.isEmpty() ? List.of() : documents.findAllById(ids, type);
  }

  @Override
  public OptionalLong position(String processor) {
    var found = find(ProcessorPosition.class, processor);
    return found == null ? OptionalLong.empty() : OptionalLong.of(found.position());
  }

  @Override
  public void write(String processor, long position, ReadModelChanges changes) {
    database.inTransaction(
        () -> {
          changes.removed().forEach((type, ids) -> rows(type).remove(writer, ids));
          changes.stored().forEach((type, stored) -> rows(type).store(writer, stored));
          store(new ProcessorPosition(processor, position));
        });
  }

  @Override
  public void put(Class<?> type, Collection<?> kept) {
    database.inTransaction(() -> rows(type).store(writer, kept));
  }

  @Override
  public void remove(Class<?> type, Collection<?> ids) {
    database.inTransaction(() -> rows(type).remove(writer, ids));
  }

  @Override
  public int version(String processor) {
    return info(StoreInfo.versionOf(processor)).map(Integer::parseInt).orElse(1);
  }

  @Override
  public void restart(String processor, int version, Collection<Class<?>> types) {
    database.inTransaction(
        () -> {
          types.forEach(type -> rows(type).removeAll(writer));
          rows(ProcessorPosition.class).remove(writer, List.of(processor));
          store(new StoreInfo(StoreInfo.versionOf(processor), String.valueOf(version)));
        });
  }

  @Override
  public Optional<String> eventStoreId() {
    return info(StoreInfo.EVENT_STORE_ID);
  }

  @Override
  public void bindTo(String eventStoreId) {
    database.inTransaction(() -> store(new StoreInfo(StoreInfo.EVENT_STORE_ID, eventStoreId)));
  }

  @Override
  public long highestPosition() {
    return documents.findAll(ProcessorPosition.class).stream()
        .mapToLong(ProcessorPosition::position)
        .max()
        .orElse(0);
  }

  @Override
  public String howToReset() {
    return database.howToReset();
  }

  private Optional<String> info(String name) {
    return Optional.ofNullable(find(StoreInfo.class, name)).map(StoreInfo::content);
  }

  private void store(Object document) {
    rows(document.getClass()).store(writer, List.of(document));
  }

  private RowWriter rows(Class<?> type) {
    return rows.computeIfAbsent(type, t -> new RowWriter(t, converter, quoting));
  }
}
