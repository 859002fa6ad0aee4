package io.tenantry.platform.axon;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.Refusal;

/** Is refused with that refusal, be it sent or asked. */
@AllowedTo(Least.SYSTEM)
record Refuse(Refusal refusal) {}
