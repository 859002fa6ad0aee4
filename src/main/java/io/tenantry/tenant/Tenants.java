package io.tenantry.tenant;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Answers for other modules whether a tenant is there. */
@Component
public class Tenants {

  private final QueryGateway queries;
  private final Refusals refusals;

  Tenants(QueryGateway queries, Refusals refusals) {
    this.queries = queries;
    this.refusals = refusals;
  }

  /** Whether the read model holds the tenant. */
  public boolean exists(long tenantId) {
    try {
      queries.query(new FindTenant(String.valueOf(tenantId)), TenantView.class).join();
      return true;
    } catch (CompletionException e) {
      Refusal refusal = refusals.find(e);
      if (refusal == null || refusal.code() != RefusalCode.TENANT_NOT_FOUND) {
        throw e;
      }
      return false;
    }
  }
}
