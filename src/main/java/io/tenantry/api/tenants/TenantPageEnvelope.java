package io.tenantry.api.tenants;

/** The shape of a list, for the document of the interface: the answer itself may be streamed. */
record TenantPageEnvelope(boolean success, TenantPage data) {}
