package io.tenantry.access.events;

import io.tenantry.kernel.StoredName;

/** An API key is no more. It does not come back. */
@StoredName("apikey.revoked")
public record ApiKeyRevoked(long keyId, long tenantId) implements ApiKeyEvent {}
