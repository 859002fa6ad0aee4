package io.tenantry.api.support;

/** Whether requests without a credential are let in, as the operator's. */
public record AnonymousAccess(boolean allowed) {}
