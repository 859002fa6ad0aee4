package io.tenantry.model;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.OfOneTenant;

/** What is this model? Answers a {@link ModelView}, or refuses with NOT_FOUND. */
@AllowedTo(Least.VIEWER)
public record FindModel(long tenantId, String modelId) implements OfOneTenant {}
