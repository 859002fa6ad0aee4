package io.tenantry.access;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.OfOneTenant;

/** What is this API key? Answers an {@link ApiKeyInUse}, or refuses with NOT_FOUND. */
@AllowedTo(Least.ADMIN)
public record FindApiKey(long tenantId, long keyId) implements OfOneTenant {}
