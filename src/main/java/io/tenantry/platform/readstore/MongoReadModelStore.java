package io.tenantry.platform.readstore;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Read models in MongoDB, without transactions, which a standalone server does not have: the
 * position is written last, so a batch that was cut off comes again and must be idempotent.
 */
final class MongoReadModelStore implements ReadModelStore {

  private static final String ID = "_id";

  private final MongoOperations mongo;
  private final DocumentIds ids;
  private final String database;

  MongoReadModelStore(MongoOperations mongo, DocumentIds ids, String database) {
    this.mongo = mongo;
    this.ids = ids;
    this.database = database;
  }

  @Override
  public <T> @Nullable T find(Class<T> type, Object id) {
    return mongo.findById(id, type);
  }

  @Override
  public <T> List<T> findAll(Class<T> type, Collection<?> wanted) {
    return wanted.isEmpty() ? List.of() : mongo.find(query(where(ID).in(wanted)), type);
  }

  @Override
  public OptionalLong position(String processor) {
    var found = find(ProcessorPosition.class, processor);
    return found == null ? OptionalLong.empty() : OptionalLong.of(found.position());
  }

  @Override
  public void write(String processor, long position, ReadModelChanges changes) {
    changes.removed().forEach(this::remove);
    changes.stored().forEach(this::put);
    mongo.save(new ProcessorPosition(processor, position));
  }

  @Override
  public void remove(Class<?> type, Collection<?> gone) {
    mongo.remove(query(where(ID).in(gone)), type);
  }

  @Override
  public void put(Class<?> type, Collection<?> documents) {
    BulkOperations bulk = mongo.bulkOps(BulkMode.UNORDERED, type);
    FindAndReplaceOptions upsert = FindAndReplaceOptions.options().upsert();
    for (Object document : documents) {
      bulk.replaceOne(query(where(ID).is(ids.of(document))), document, upsert);
    }
    bulk.execute();
  }

  @Override
  public int version(String processor) {
    return info(StoreInfo.versionOf(processor)).map(Integer::parseInt).orElse(1);
  }

  @Override
  public void restart(String processor, int version, Collection<Class<?>> types) {
    remove(ProcessorPosition.class, List.of(processor));
    types.forEach(type -> mongo.remove(new Query(), type));
    mongo.save(new StoreInfo(StoreInfo.versionOf(processor), String.valueOf(version)));
  }

  @Override
  public Optional<String> eventStoreId() {
    return info(StoreInfo.EVENT_STORE_ID);
  }

  private Optional<String> info(String name) {
    return Optional.ofNullable(find(StoreInfo.class, name)).map(StoreInfo::content);
  }

  @Override
  public void bindTo(String eventStoreId) {
    mongo.save(new StoreInfo(StoreInfo.EVENT_STORE_ID, eventStoreId));
  }

  @Override
  public long highestPosition() {
    return mongo.findAll(ProcessorPosition.class).stream()
        .mapToLong(ProcessorPosition::position)
        .max()
        .orElse(0);
  }

  @Override
  public String howToReset() {
    return "drop the database %s in MongoDB, never that of the events".formatted(database);
  }
}
