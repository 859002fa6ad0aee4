package io.tenantry.platform.readstore;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

final class MongoSampleSearch implements SampleSearch {

  private final MongoOperations mongo;

  MongoSampleSearch(MongoOperations mongo) {
    this.mongo = mongo;
  }

  @Override
  public List<SampleDocument> search(
      @Nullable String keyword, SampleDocument.@Nullable State state, int offset, int limit) {
    var query = new Query().with(Sort.by("id")).skip(offset).limit(limit);
    if (keyword != null) {
      query.addCriteria(where("name").regex(Pattern.quote(keyword)));
    }
    if (state != null) {
      query.addCriteria(where("state").is(state));
    }
    return mongo.find(query, SampleDocument.class);
  }
}
