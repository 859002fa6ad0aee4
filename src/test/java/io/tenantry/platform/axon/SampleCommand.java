package io.tenantry.platform.axon;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;

/** Appends so many events to an aggregate, the first at that sequence. */
@AllowedTo(Least.SYSTEM)
record SampleCommand(String aggregate, long sequence, int events) {}
