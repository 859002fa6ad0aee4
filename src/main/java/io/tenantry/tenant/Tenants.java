package io.tenantry.tenant;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import io.tenantry.projection.OwnQueries;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/** Answers for other modules whether a tenant is there. */
@Component
public class Tenants {

  private final OwnQueries queries;
  private final Refusals refusals;

  Tenants(OwnQueries queries, Refusals refusals) {
    this.queries = queries;
    this.refusals = refusals;
  }

  /** Whether the read model holds the tenant. */
  public boolean exists(long tenantId) {
    try {
      queries.ask(new FindTenant(String.valueOf(tenantId)), TenantView.class);
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
