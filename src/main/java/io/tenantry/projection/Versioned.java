package io.tenantry.projection;

/** A document that is one thing at one version. */
public interface Versioned {

  /** The version of the newest event that it knows. */
  long version();
}
