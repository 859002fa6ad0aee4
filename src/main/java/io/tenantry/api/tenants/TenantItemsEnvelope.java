package io.tenantry.api.tenants;

import java.util.List;

/** The shape of all tenants, for the document of the interface: the answer itself is streamed. */
record TenantItemsEnvelope(boolean success, Items data) {

  record Items(List<TenantData> items) {}
}
