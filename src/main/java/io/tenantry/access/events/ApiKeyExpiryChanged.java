package io.tenantry.access.events;

import io.tenantry.kernel.StoredName;
import org.jspecify.annotations.Nullable;

/**
 * An API key ends at another time.
 *
 * @param expiresAt seconds since 1970; null for never
 */
@StoredName("apikey.expiry-changed")
public record ApiKeyExpiryChanged(long keyId, long tenantId, @Nullable Long expiresAt)
    implements ApiKeyEvent {}
