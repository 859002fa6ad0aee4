package io.tenantry.kernel;

/** A command after which keys of its tenant may do less than before. */
public interface ChangesAccess extends OfOneTenant {}
