package io.tenantry.api.keys;

/** The answer to a revocation. */
record RevokedApiKey(long id) {}
