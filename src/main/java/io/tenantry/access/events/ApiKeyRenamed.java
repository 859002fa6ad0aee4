package io.tenantry.access.events;

import io.tenantry.kernel.StoredName;

/** An API key has another name. */
@StoredName("apikey.renamed")
public record ApiKeyRenamed(long keyId, long tenantId, String name) implements ApiKeyEvent {}
