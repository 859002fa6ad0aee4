package io.tenantry.tenant.read;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.tenantry.projection.OnMongoReadStore;
import io.tenantry.tenant.ListTenants;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

@Component
@OnMongoReadStore
class MongoTenantSearch implements TenantSearch {

  private final MongoTemplate mongo;

  MongoTenantSearch(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  @Override
  public List<Long> find(ListTenants query) {
    var page =
        conditions(query)
            .with(Sort.by("_id"))
            .skip((query.page() - 1L) * query.pageSize())
            .limit(query.pageSize());
    return mongo.find(page, TenantDocument.class).stream().map(TenantDocument::id).toList();
  }

  @Override
  public long count(ListTenants query) {
    return mongo.count(conditions(query), TenantDocument.class);
  }

  private static Query conditions(ListTenants query) {
    var all = new ArrayList<Criteria>();
    if (query.tenantId() != null) {
      all.add(where("_id").is(query.tenantId()));
    }
    if (query.status() != null) {
      all.add(where("status").is(query.status().name()));
    }
    if (query.keyword() != null && !query.keyword().isEmpty()) {
      var part = Pattern.compile(Pattern.quote(Folding.fold(query.keyword())));
      all.add(
          new Criteria()
              .orOperator(
                  where("nameFolded").regex(part),
                  where("slug").regex(part),
                  where("descriptionFolded").regex(part)));
    }
    return all.isEmpty() ? new Query() : Query.query(new Criteria().andOperator(all));
  }
}
