package io.tenantry.sample.events;

import io.tenantry.kernel.StoredName;

/** An event for tests of what stores and carries events. */
@StoredName("sample.happened")
public record SampleHappened(String what, long number) {}
