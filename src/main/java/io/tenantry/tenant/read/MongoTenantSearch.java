package io.tenantry.tenant.read;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.tenantry.projection.OnMongoReadStore;
import java.util.BitSet;
import java.util.regex.Pattern;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads each text: MongoDB has no index for parts of words outside Atlas. */
@Component
@OnMongoReadStore
class MongoTenantSearch implements TenantSearch {

  private static final String ID = "_id";

  private final MongoOperations mongo;

  MongoTenantSearch(MongoOperations mongo) {
    this.mongo = mongo;
  }

  @Override
  public BitSet find(String keyword, int from, int to) {
    var part = Pattern.compile(Pattern.quote(keyword));
    var query = Query.query(where(ID).gte(from).lt(to).and("searchText").regex(part));
    query.fields().include(ID);
    var ids = new BitSet();
    mongo.executeQuery(
        query,
        mongo.getCollectionName(TenantDocument.class),
        document -> ids.set(document.get(ID, Number.class).intValue()));
    return ids;
  }
}
