package io.tenantry.access.events;

/** Anything that happened to an API key. */
public sealed interface ApiKeyEvent
    permits ApiKeyCreated,
        ApiKeyRenamed,
        ApiKeyRoleChanged,
        ApiKeyExpiryChanged,
        ApiKeyRotated,
        ApiKeyRevoked {

  long keyId();

  long tenantId();
}
