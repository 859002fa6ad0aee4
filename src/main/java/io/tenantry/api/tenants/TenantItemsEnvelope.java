package io.tenantry.api.tenants;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The shape of all tenants, for the document of the interface: the answer itself is streamed. */
record TenantItemsEnvelope(@Schema(example = "true") boolean success, Items data) {

  record Items(List<TenantData> items) {}
}
