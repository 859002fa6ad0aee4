package io.tenantry.appdata;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.OfOneTenant;

/** What does this key hold? Answers an {@link AppKeyView}, or refuses with NOT_FOUND. */
@AllowedTo(Least.VIEWER)
public record FindAppKey(long tenantId, String applicationId, String key) implements OfOneTenant {}
