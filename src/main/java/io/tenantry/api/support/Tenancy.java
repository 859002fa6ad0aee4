package io.tenantry.api.support;

import io.tenantry.kernel.Refusal;
import io.tenantry.tenant.FindTenant;
import io.tenantry.tenant.TenantView;

/** Which tenant a request is about. */
public final class Tenancy {

  /** The tenant of requests that name none; every new embedded store is given it. */
  public static final String DEFAULT = "default";

  private final Queries queries;

  Tenancy(Queries queries) {
    this.queries = queries;
  }

  /**
   * The tenant in the path, by id or slug.
   *
   * @throws Refusal TENANT_NOT_FOUND; UNREADABLE, when the header names another one
   */
  public TenantView inPath(String reference, Caller caller) {
    var tenant = find(reference);
    var header = caller.tenantHeader();
    if (header != null && find(header).id() != tenant.id()) {
      throw Unreadable.because(Caller.TENANT_HEADER, "names another tenant than the path");
    }
    return tenant;
  }

  /**
   * The tenant in the header, or the default one.
   *
   * @throws Refusal TENANT_NOT_FOUND
   */
  public TenantView inHeader(Caller caller) {
    var header = caller.tenantHeader();
    return find(header == null ? DEFAULT : header);
  }

  private TenantView find(String reference) {
    return queries.ask(new FindTenant(reference), TenantView.class);
  }
}
