package io.tenantry.tenant.read;

import io.tenantry.tenant.ListTenants;
import java.util.List;

/** Finds tenants by any of several conditions, on whichever store there is. */
interface TenantSearch {

  /** The ids of one page, in their order. */
  List<Long> find(ListTenants query);

  /** How many the conditions hold for, whatever the page. */
  long count(ListTenants query);
}
