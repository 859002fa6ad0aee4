package io.tenantry.platform.readstore;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import io.tenantry.platform.StartRefused;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.MongoPersistentEntityIndexResolver;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Makes the indexes that the documents declare, at start, where a failure is still heard. */
final class MongoIndexes {

  private static final String NOBODY = "";

  private final MongoOperations mongo;
  private final MongoMappingContext context;
  private final MongoClient client;

  MongoIndexes(MongoOperations mongo, MongoMappingContext context, MongoClient client) {
    this.mongo = mongo;
    this.context = context;
    this.client = client;
  }

  /**
   * @throws StartRefused when the server cannot be reached, or refuses an index or a write
   */
  void create(String database) {
    var resolver = new MongoPersistentEntityIndexResolver(context);
    try {
      for (var entity : context.getPersistentEntities()) {
        if (entity.isAnnotationPresent(Document.class)) {
          var indexes = mongo.indexOps(entity.getType());
          resolver.resolveIndexFor(entity.getTypeInformation()).forEach(indexes::createIndex);
        }
      }
      // who may make indexes may still not be allowed to read and write, and a majority be missing
      mongo.findById(NOBODY, StoreInfo.class);
      mongo.remove(query(where("_id").is(NOBODY)), StoreInfo.class);
    } catch (MongoAway e) {
      throw new StartRefused(MongoRefusal.line(e.failure(), client, database) + ".");
    } catch (DataAccessException | MongoException e) {
      throw new StartRefused(MongoRefusal.line(e, client, database) + ".");
    }
  }
}
