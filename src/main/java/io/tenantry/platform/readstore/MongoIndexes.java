package io.tenantry.platform.readstore;

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

  private final MongoOperations mongo;
  private final MongoMappingContext context;
  private final MongoClient client;

  MongoIndexes(MongoOperations mongo, MongoMappingContext context, MongoClient client) {
    this.mongo = mongo;
    this.context = context;
    this.client = client;
  }

  /**
   * @throws StartRefused when the server cannot be reached or refuses an index
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
    } catch (DataAccessException | MongoException e) {
      throw new StartRefused(
          "MongoDB "
              + client.getClusterDescription().getClusterSettings().getHosts()
              + " does not serve the read models in database "
              + database
              + ": "
              + oneLine(e));
    }
  }

  /** The server's own words; Spring's and the driver's are long and repeat them. */
  private static String oneLine(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }
}
