package io.tenantry.access.events;

import io.tenantry.kernel.StoredName;

/**
 * An API key has a new secret.
 *
 * @param secretHash as in {@link ApiKeyCreated}, likewise start and end
 * @param formerUntil until when the secrets before it are good, at most, in milliseconds since 1970
 */
@StoredName("apikey.rotated")
public record ApiKeyRotated(
    long keyId,
    long tenantId,
    String secretHash,
    String secretStart,
    String secretEnd,
    long formerUntil)
    implements ApiKeyEvent {}
