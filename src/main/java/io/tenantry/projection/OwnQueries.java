package io.tenantry.projection;

import io.tenantry.kernel.Authority;
import io.tenantry.kernel.MetadataKeys;
import java.util.Map;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Queries that Tenantry asks on nobody's behalf but its own: it may see everything. */
@Component
public class OwnQueries {

  private static final Map<String, String> METADATA =
      Map.of(MetadataKeys.AUTHORITY, Authority.SYSTEM.encoded());

  private final QueryGateway queries;

  OwnQueries(QueryGateway queries) {
    this.queries = queries;
  }

  /**
   * @throws java.util.concurrent.CompletionException around what the query's handler threw
   */
  public <R> R ask(Object query, Class<R> result) {
    String name = query.getClass().getName();
    return queries.query(name, new GenericMessage<>(query, METADATA), result).join();
  }
}
