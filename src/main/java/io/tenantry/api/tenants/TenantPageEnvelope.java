package io.tenantry.api.tenants;

import io.swagger.v3.oas.annotations.media.Schema;

/** The shape of a list, for the document of the interface: the answer itself may be streamed. */
record TenantPageEnvelope(@Schema(example = "true") boolean success, TenantPage data) {}
