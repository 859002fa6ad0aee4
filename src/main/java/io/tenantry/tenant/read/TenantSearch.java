package io.tenantry.tenant.read;

import io.tenantry.tenant.ListTenants;
import java.util.List;

/** Finds tenants by any of several conditions, on whichever store there is. */
interface TenantSearch {

  /** One page, by id. */
  List<TenantDocument> find(ListTenants query);

  /** All that the conditions hold for, whatever the page. */
  long count(ListTenants query);
}
