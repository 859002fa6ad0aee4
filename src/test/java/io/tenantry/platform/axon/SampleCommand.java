package io.tenantry.platform.axon;

/** Appends so many events to an aggregate, the first at that sequence. */
record SampleCommand(String aggregate, long sequence, int events) {}
