package io.tenantry.platform.axon;

/** Does not say who may send it. */
record WithoutRule() {}
