package io.tenantry.access.events;

import io.tenantry.kernel.StoredName;

/**
 * An API key may do more, or less.
 *
 * @param role such as {@code viewer}
 */
@StoredName("apikey.role-changed")
public record ApiKeyRoleChanged(long keyId, long tenantId, String role) implements ApiKeyEvent {}
