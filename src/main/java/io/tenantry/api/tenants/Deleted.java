package io.tenantry.api.tenants;

/** The answer to a deletion. */
record Deleted(boolean success, String message) {}
