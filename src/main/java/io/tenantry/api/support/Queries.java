package io.tenantry.api.support;

import io.tenantry.kernel.Costly;
import io.tenantry.kernel.CostlyWork;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.Refusals;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.queryhandling.QueryGateway;

/** The way of every read, to the query bus. The request's token has been waited for before. */
public final class Queries {

  private final QueryGateway gateway;
  private final Refusals refusals;

  Queries(QueryGateway gateway, Refusals refusals) {
    this.gateway = gateway;
    this.refusals = refusals;
  }

  /**
   * @throws Refusal as the query's handler refused it, or because the caller may not ask it;
   *     UNAVAILABLE when too many costly ones are asked
   */
  public <R> R ask(Object query, Class<R> result, Caller caller) {
    return query.getClass().isAnnotationPresent(Costly.class)
        ? CostlyWork.run(() -> answer(query, result, caller))
        : answer(query, result, caller);
  }

  private <R> R answer(Object query, Class<R> result, Caller caller) {
    Map<String, String> metadata =
        Map.of(
            MetadataKeys.AUTHORITY,
            caller.authority().encoded(),
            MetadataKeys.REQUEST_ID,
            caller.requestId());
    try {
      return gateway
          .query(query.getClass().getName(), new GenericMessage<>(query, metadata), result)
          .join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      Refusal refusal = refusals.find(cause);
      throw refusal != null ? refusal : e;
    }
  }
}
